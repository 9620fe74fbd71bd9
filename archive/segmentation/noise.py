"""Segmentation: one printed line -> whether it belongs to no article: imprint, notice, weather, index, a jump."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_heading_like

_LONGEST = 160
_DESK = r"(?:本版|本期|[一二三四五六七八]版|首席|执行|见习|值班|副|总)*"
_STAFF = (
    rf"{_DESK}(?:责任编辑|责编|主编|编辑|编委|版式设计|版式|版面|美编|图编|校对|组版|制图|视觉|审校|终审|统筹|策划)"
)
_IMPRINT = re.compile(
    rf"^(?:[■●□]?\s*{_STAFF}\s*[/／:：\s]|[（(]?本版(?:图片|照片|文图|稿件)|(?:本报|社)(?:地)?址|地址\s*[:：]|邮编|(?:联系)?电话\s*[:：(（]|"
    r"邮箱|传真|投稿|来稿请寄|新闻热线|发行部|E-?mail|http|www|网址\s*[:：]|印刷\s*[:：]|承印|零售|本报(?:常年)?法律顾问)",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"社址\s*[:：]|邮(?:政)?编(?:码)?\s*[:：]|广告(?:经营)?许可证|(?:每份|定价).{0,6}元|统一刊号|邮发代号|"
    r"有限公司承印$|印务.{0,8}承印|印刷厂印刷$"
)
_JUMP = re.compile(r"^[（(【]?\s*[上下紧][接转连]\s*第?\s*[A-D]?\s*[\d一二三四五六七八九十]{1,2}\s*版.{0,8}$")
_PAGE = r"第?\s*(?:[A-D]?\d{1,2}|[一二三四五六七八])\s*版"
_INDEX = re.compile(rf"^(?:今日|本期)?(?:导读|看点|要目)|(?:>>|》》|详见|报道见|见)\s*{_PAGE}[）)]?$|>>\s*{_PAGE}")
_WEATHER = re.compile(r"\d\s*℃.*(?:℃|[风晴云雨雪])|[晴云雨雪].*\d\s*℃")
_FORECAST = re.compile(r"^(?:今[天日]|明[天日])?(?:天气|白天|夜间).*\d\s*℃")
_NOTICE_HEAD = re.compile(
    r"^(?:[■●◆★☆]?\s*公益广告|广告(?=$|\s)|[（(]广告[）)]|(?:声明|公告|启事|通告)(?:$|[:：])|讣告$|悼念|(?:恭贺|敬贺|热烈庆祝).{0,4}(?:新禧|新春|华诞)|"
    r"(?:遗失|挂失|注销|更正|减资|招聘|招租|招商|转让|出租|求购|征订|拍卖|寻人|征稿|迁址|更名|招标|招生|停水|停电)"
    r"(?:声明|公告|启事|通告|信息|简章|通知)?(?:$|[:：\s])|"
    r"热烈祝贺.{2,30}(?:开业|落成|成立|召开)|.{2,20}(?:盛大|隆重)开业|.{2,20}开业(?:酬宾|大吉))"
)
_NOTICE = re.compile(
    r"^(?:本版)?来稿请|声明作废|特此(?:公告|声明|通告|启事)|(?:诚聘|高薪聘|急聘|招聘).{0,60}(?:联系人|电话|月薪|面议)|月薪面议|联系人\s*[:：]|^公告[:：]"
)
_NOTICE_LABEL = re.compile(r".{0,8}(?:公告|声明|启事|通告|通知)")
_NOTICE_TEXT = re.compile(r"(?:[我本](?:公司|厂|单位|院)|兹)[拟定因决]|登报之日|(?:地址|电话|联系人)\s*[:：]")
_WORD = re.compile(r"\w")  # a line without any, ★★★, is an ornament
_PAGE_NAME = re.compile(
    r"[\u3400-\u9fff]{2,6}\s*[·•]\s*(?:第\s*\d+\s*期|[\u3400-\u9fff]{2,4})|[\u3400-\u9fff]{2,6}\s*第\s*\d+\s*期|"
    r"[\u3400-\u9fff]{2,8}\s*[A-Z][A-Z&\s]{3,}"
)
_ADDRESS = re.compile(r"[\s　](?:地址|地点)\s*[:：]")
_TELEPHONE = re.compile(r"(?:电话|热线|手机|咨询|订阅|预约)\s*[:：]?\s*(?:\d|[（(]\d)[\d（）()－—-]{4,}")


def is_imprint(paragraph: Paragraph) -> bool:
    """Whether a line names the makers of the page or the paper, or sends the reader to another page."""
    text = paragraph.text
    if len(text) > _LONGEST or text.endswith("。"):
        return False
    return any(sign.search(text) for sign in (_IMPRINT, _PUBLISHER, _JUMP, _INDEX)) or _is_weather(text)


def is_jump(paragraph: Paragraph) -> bool:
    """Whether a line sends the reader on to another page: （下转第2版）, and not back."""
    return bool(_JUMP.search(paragraph.text)) and "上" not in paragraph.text


def _is_weather(text: str) -> bool:
    """Whether a line tells the weather of places."""
    return bool(_FORECAST.match(text)) or (bool(_WEATHER.search(text)) and not re.search(r"[。，,；]", text))


def is_notice(paragraph: Paragraph) -> bool:
    """Whether a line is an advertisement or a notice, or the heading of one."""
    text = paragraph.text
    if paragraph.level or len(text) > _LONGEST:
        return False
    is_offer = bool(_TELEPHONE.search(text) or _ADDRESS.search(text)) and not re.search(r"[。”]", text)
    return bool(_NOTICE_HEAD.match(text) or _NOTICE.search(text)) or is_offer


def find_noise(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the lines that belong to no article; the name of the page over the first headline is one."""
    noise = [line for line in paragraphs if is_imprint(line) or is_notice(line) or not _WORD.search(line.text)]
    noise += [line for above, line in pairwise(paragraphs) if _is_under_notice_label(above, line) and line not in noise]
    rest = [line for line in paragraphs if line not in noise]
    if len(rest) > 1 and (_names_page(rest[0]) or _is_label(rest[0], rest[1])):
        noise.append(rest[0])
    return tuple(noise)


def _is_under_notice_label(above: Paragraph, line: Paragraph) -> bool:
    """Whether a text says what a firm gives notice of, and the word for that stands over it: 公告."""
    return bool(_NOTICE_LABEL.fullmatch(above.text) and _NOTICE_TEXT.search(line.text))


def _names_page(line: Paragraph) -> bool:
    """Whether a line is the name of a page or a supplement: 工会周刊 · 第156期."""
    return not line.level and bool(_PAGE_NAME.fullmatch(line.text))


def _is_label(line: Paragraph, following: Paragraph) -> bool:
    """Whether a line at the top names the page: short, and alone above a picture and a headline."""
    is_over_headline = following.is_after_picture and is_heading_like(following)
    return is_over_headline and not line.level and len(line.text) <= 16 and is_heading_like(line)
