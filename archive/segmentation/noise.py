"""Segmentation: one printed line -> whether it belongs to no article: imprint, notice, weather, index, a jump."""

import re
from collections.abc import Sequence

from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_heading_like

_LONGEST = 160
_STAFF = r"(?:本版)?(?:责任编辑|责编|主编|编辑|值班编委|值班主任|版式|版面|美编|图编|校对|组版|制图|值班|审校|终审)"
_IMPRINT = re.compile(
    rf"^(?:[■●□]?\s*{_STAFF}\s*[/／:：\s]|(?:本报|社)(?:地)?址|地址\s*[:：]|邮编|(?:联系)?电话\s*[:：(（]|邮箱|传真|投稿|新闻热线|E-?mail|http|www|"
    r"印刷\s*[:：]|承印|零售|广告(?:经营)?许可证|本版(?:图片|照片|文图))",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"社址\s*[:：]|邮(?:政)?编(?:码)?\s*[:：]|广告(?:经营)?许可证|(?:每份|定价).{0,6}元|有限公司承印$|印务.{0,8}承印|印刷厂印刷$|统一刊号|邮发代号|^总编辑\s*[:：]|^网址\s*[:：]"
)
_JUMP = re.compile(r"^[（(【]?\s*[上下紧][接转连]\s*第?\s*[A-D]?\s*[\d一二三四五六七八九十]{1,2}\s*版.{0,8}$")
_INDEX = re.compile(r"^(?:今日)?导读|(?:>>|》》|详见|见第?)\s*[A-D]?\d{1,2}\s*版")
_WEATHER = re.compile(r"\d\s*℃.*(?:℃|[风晴云雨雪])|[晴云雨雪].*\d\s*℃")
_NOTICE_HEAD = re.compile(
    r"^(?:[■●◆]?\s*公益广告|广告(?=$|\s)|(?:遗失|挂失|注销|更正|减资)?(?:声明|公告|启事|通告)(?:$|[:：])|遗失声明|招聘启事|"
    r"(?:招租|招商|转让|出租|求购|征订|拍卖|寻人|征稿|迁址|更名|招标|招生|停水|停电)(?:公告|启事|信息|简章|通知)?(?:$|[:：])|讣告|"
    r"热烈祝贺.{2,30}(?:开业|落成|成立|召开)|.{2,20}(?:盛大|隆重)开业)"
)
_NOTICE = re.compile(
    r"声明作废|特此(?:公告|声明|通告|启事)|(?:诚聘|高薪聘|急聘|招聘).{0,60}(?:联系人|电话|月薪|面议)|月薪面议|"
    r"(?:电话|热线|联系人|咨询|手机)\s*[:：]\s*[\d\u4e00-\u9fff]|^公告[:：]"
)


def is_imprint(paragraph: Paragraph) -> bool:
    """Whether a line names the makers of the page or the paper, or sends the reader to another page."""
    text = paragraph.text
    if len(text) > _LONGEST or text.endswith("。"):
        return False
    return any(sign.search(text) for sign in (_IMPRINT, _PUBLISHER, _JUMP, _INDEX)) or _is_weather(text)


def _is_weather(text: str) -> bool:
    """Whether a line tells the weather of places."""
    return bool(_WEATHER.search(text)) and not re.search(r"[。，,；]", text)


def is_notice(paragraph: Paragraph) -> bool:
    """Whether a line is an advertisement or a notice, or the heading of one."""
    text = paragraph.text
    if paragraph.level or len(text) > _LONGEST:
        return False
    return bool(_NOTICE_HEAD.match(text) or _NOTICE.search(text))


def find_noise(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the lines that belong to no article; the name of the page over the first headline is one."""
    noise = [line for line in paragraphs if is_imprint(line) or is_notice(line)]
    rest = [line for line in paragraphs if line not in noise]
    if len(rest) > 1 and _is_label(rest[0], rest[1]):
        noise.append(rest[0])
    return tuple(noise)


def _is_label(line: Paragraph, following: Paragraph) -> bool:
    """Whether a line at the top names the page: short, and alone above a picture and a headline."""
    is_over_headline = following.is_after_picture and is_heading_like(following)
    return is_over_headline and not line.level and len(line.text) <= 16 and is_heading_like(line)
