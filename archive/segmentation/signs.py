"""Segmentation: one printed line -> what it looks like, before its neighbours are asked."""

import re

from archive.extraction.dateline import read_dateline
from archive.extraction.people import is_role, names_work, read_byline, read_credit, read_photo_ending
from archive.segmentation.paragraph import Paragraph

_ENDS = "。！？!?…；;：:）)"
_ENDS_IN_QUOTES = re.compile(r"[。！？!?…][”’」』]+$")
_PAUSES = re.compile(r"[。；;]|[！？!?](?!$|[”’」』])")
_DASH = re.compile(r"^(?:—|─|–|-{2,}|－){1,3}\s*(?=[^\s—─–－-])")
_CAPTION = re.compile(
    r"^(?:▲|▼|◀|▶|[①②③④⑤⑥⑦⑧⑨]|[左右上下中]?图[为：:①②③④\d]|[左右上下中前后][一二三四五六\d][：:]|[左右上下]图\s|[（(][左右上下]?图[）)]|图[一二三四五六]|漫画[：:])|"
    r"(?:资料(?:图片|照片)|[（(](?:见|[左右上下])图[）)]|供图)[）)]?$|[（(](?:[左右中]|[前后][排左右])[一二三四五六七八九十起]?[^（）()]{0,4}[）)]"
)
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|之[一二三四五六七八九十])"
)
_SIGNED = re.compile(r"^(?:\d{1,2}\s+)?[□■◎●○◇◆△▲（(]\s*[\u3400-\u9fff]")
# Words with which a sentence begins, and hardly a heading.
_SENTENCE_OPENING = re.compile(
    r"^(?:市总|区总|县总|省总|市工会|区工会|县工会|全[市区县省]|[该本这此据]|同时|目前|其中|另外|因此|近日|日前|今年|去年|截至|"
    r"近几?年|\d{4}年|\d+月\d+日|[\d一二三四五六七八九十几多]+年来|[一二三四五六七八九十]是)"
)
_SPEAKER = re.compile(r"^[\u3400-\u9fff“”]{1,12}[：:].*[？?！!]$")
_FIGURE = re.compile(r"^[\d.]+[%％]?[\u3400-\u9fff]{0,3}[：:]")  # a line of a box of figures: 430件：…
_PIECE = re.compile(r"^.{1,3}[？?！!]$")  # the end of a sentence that breaks off above: 休？
_LIST_ITEM = re.compile(r"^[■●◆★▲▶►◇○]\s*[\u3400-\u9fff]{2,6}[：:].*[。；;]$")
# Words that a sentence has and a heading does without.
_SENTENCE_WORD = re.compile(r"正在|于是|已经|因此|所以|但是|[^为]了(?!解)")
# A headline that sets its subject off: 铜川：工匠开课. A caption of this form is a sentence.
_TITLED = re.compile(r"^[\u3400-\u9fff]{2,6}[：:][^。]{4,}(?<![。！？])$")
_QUOTED = re.compile(r"[“「][^“”「」]*[”」]")
_PART = re.compile(r"[（(](?:续|上|中|下|[一二三四五六]|\d{4}年[^（）()]{0,6})[）)]$")
_SALUTATION = re.compile(
    r"^(?:尊敬的)?[\u3400-\u9fff]{0,4}(?:编辑|记者|主编|热线)(?:同志|老师|部)?们?\s*(?:[：:]$|，?(?:你们?|您)好)"
)
_COMMAS = re.compile(r"[，,]")
_MOST_COMMAS = 2
_MID_PHRASE = "又的在和与及将把被对以并从向于到由是"  # with these no phrase ends
_STATEMENT = re.compile(r"是(?:[“「][^”」]{1,6}[”」])?[^，,]{0,3}来的$")  # 好日子是“干”出来的
_OPENING_QUOTES, _CLOSING_QUOTES = "“‘「『（(《", "”’」』）)》"
_FAR = 300  # how far a quotation is looked for
_LONGEST_HEADING = 40
_LONGEST_UNBROKEN = 30  # a longer heading has a space, a colon, a dash or a quotation in it
_BREAK = re.compile(r"[ \u3000：:“‘《—]")
_LONGEST_SUBHEAD = 60
_LONGEST_CAPTION = 120
_LONGEST_UNMARKED_CAPTION = 50


def is_complete(text: str) -> bool:
    """Whether a paragraph ends, and does not break off in mid-sentence."""
    is_end = text.endswith(tuple(_ENDS)) or bool(_ENDS_IN_QUOTES.search(text[-_FAR:]))
    return is_end and not has_open_quote(text)


def has_open_quote(text: str) -> bool:
    """Whether the last quotation or bracket is opened and not closed. What is closed too often is the OCR's."""
    for character in reversed(text[-_FAR:]):
        if character in _CLOSING_QUOTES:
            return False
        if character in _OPENING_QUOTES:
            return True
    return False


def closes_foreign_quote(text: str) -> bool:
    """Whether the first quotation mark or bracket closes what was opened elsewhere."""
    marks = (character for character in text[:_FAR] if character in _OPENING_QUOTES + _CLOSING_QUOTES)
    return next(marks, _OPENING_QUOTES[0]) in _CLOSING_QUOTES


def is_heading_like(paragraph: Paragraph) -> bool:
    """Whether a line may be a headline or a crosshead: short, no sentence, not indented like body text."""
    text = paragraph.text
    if paragraph.level:
        return True
    if paragraph.is_indented or len(text) > _LONGEST_HEADING or len(text) < 2:
        return False
    if len(text) > _LONGEST_UNBROKEN and not _BREAK.search(text):
        return False
    if (
        _SPEAKER.match(text)
        or _FIGURE.match(text)
        or _PIECE.match(text)
        or (_PAUSES.search(text) and not (text.endswith("—") or _is_in_halves(text)))
        or text[-1] in "，,、：:；;"
        or (text[-1] in "）)" and not _PART.search(text))
        or (text[-1] in _MID_PHRASE and not _STATEMENT.search(text))
        or has_open_quote(text)
        or (len(_COMMAS.findall(text)) > _MOST_COMMAS and re.search(r"\d", text))
    ):
        return False
    if (
        re.search("[，,]", text)
        and not (text.endswith("—") or _QUOTED.fullmatch(text))
        and (_SENTENCE_OPENING.match(text) or _SENTENCE_WORD.search(text))
    ):
        return False
    return any("\u3400" <= character <= "\u9fff" for character in text) and not is_subhead(paragraph)


def _is_in_halves(text: str) -> bool:
    """Whether a space parts a line into halves of one length, as kickers are built: 涨多少？看药价 怎么涨？听药工."""
    halves = re.split("[ \u3000]+", text)
    return len(halves) == 2 and len(halves[0]) == len(halves[1]) and "。" not in text


def has_clauses(text: str) -> bool:
    """Whether a line has two pauses and more, as sentences have and few headlines."""
    return len(_COMMAS.findall(text)) > 1


def is_numbered(text: str) -> bool:
    """Whether a heading counts itself, as crossheads do and headlines do not."""
    return bool(_NUMBERED.match(text))


def is_subhead(paragraph: Paragraph) -> bool:
    """Whether a line begins with a dash and is no sentence; a paragraph of a body may begin with one too."""
    text = paragraph.text
    return bool(_DASH.match(text)) and len(text) <= _LONGEST_SUBHEAD and not text.endswith(("。", "；", "，", ","))


def is_byline(paragraph: Paragraph) -> bool:
    """Whether a line gives names with a □ or their roles, and nothing else."""
    if is_role(paragraph.text):
        return True
    people = read_byline(paragraph.text)
    signed = bool(_SIGNED.match(paragraph.text)) or names_work(paragraph.text)
    return bool(people) and (signed or any(person.role for person in people))


def is_credit(paragraph: Paragraph) -> bool:
    """Whether a line credits a picture and is nothing else; with a □ it is a byline, also of who took the pictures."""
    is_signed = paragraph.text.startswith("□") and not paragraph.text.endswith("摄")
    return not is_signed and bool(read_credit(paragraph.text))


def is_body(paragraph: Paragraph) -> bool:
    """Whether a line is text rather than a heading, a byline or a credit."""
    return not (is_heading_like(paragraph) or is_subhead(paragraph) or is_byline(paragraph) or is_credit(paragraph))


def opens_report(paragraph: Paragraph) -> bool:
    """Whether a line begins with 本报讯 or the like."""
    return read_dateline(paragraph.text) is not None


def is_list_item(paragraph: Paragraph) -> bool:
    """Whether a line is one of a box that lists figures or advice: a sign and a catchword, ■ 培训：…."""
    return bool(_LIST_ITEM.match(paragraph.text))


def is_salutation(text: str) -> bool:
    """Whether a letter begins with these words."""
    return bool(_SALUTATION.match(text))


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a line explains a picture: it says so, or stands where a picture was and is one short sentence."""
    text = paragraph.text
    if paragraph.level or is_byline(paragraph) or is_subhead(paragraph):
        return False
    if is_marked_caption(paragraph):
        return len(text) <= _LONGEST_CAPTION
    return (
        paragraph.is_after_picture
        and not _TITLED.match(text)
        and len(text) <= _LONGEST_UNMARKED_CAPTION
        and not re.search(r"[。！？!?；;](?!$)", text)
    )


def may_be_text(paragraph: Paragraph) -> bool:
    """Whether a line that was taken for a caption may be the rest of a sentence, set on where a picture stood."""
    return not is_marked_caption(paragraph) and paragraph.text.endswith(("。", "！", "？", "”"))


def is_marked_caption(paragraph: Paragraph) -> bool:
    """Whether a line says that it explains a picture, or ends with who took it."""
    return bool(_CAPTION.search(paragraph.text) or (read_photo_ending(paragraph.text) and not is_credit(paragraph)))
