"""Segmentation: the first and last lines of a page -> newspaper, date and page number as far as they are printed."""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from archive.numerals import NUMERALS, read_number
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import Folio

_EDGE = 8
_LONGEST = 60
_LONGEST_WITH_MAKERS = 160
_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?:(?P<month>\d{1,2})\s*月\s*(?:(?P<day>\d{1,2})\s*日)?)?")
_HYPHEN_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_HAN_DATE = re.compile(
    rf"(?P<year>[一二][{NUMERALS}]{{3}})年(?:(?P<month>[{NUMERALS}]{{1,3}})月(?:(?P<day>[{NUMERALS}]{{1,3}})日)?)?"
)
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]|农历[\u4e00-\u9fff]{2,10}|(?:总)?第\s*\d+\s*期")
_NEWSPAPER = re.compile(
    r"(?:《)?([\u4e00-\u9fff]{2,8}?(?:日报|晚报|晨报|早报|时报|商报|工人报|工商报|劳动报|都市报|青年报|法制报|法治报|"
    r"经济报|建设报|教育报|文化报|科技报|铁道报|石油报|矿工报|职工报|工会报))(?:》)?"
)
_NUMBER = re.compile(
    r"第?\s*(?:[A-D]\s*)?(\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]|十)\s*版|(?:^|\s)[A-D]?(\d{1,2})(?=\s|$)|(?:^|\s)[A-D](\d{1,2})(?=[\u4e00-\u9fff])"
)
_PAGE_LABEL = re.compile(r"^[A-D]?\d{1,2}\s*[\u4e00-\u9fff]{2,6}$")
_LABEL = re.compile(r"^[\u4e00-\u9fff·]{2,8}$")
# The makers of the page may stand on the same line; so may the name of the paper in letters, and what day it is.
_MAKERS = re.compile(
    r"(?:本版|本期|首席|执行|见习|值班)*(?:责任编辑|责编|主编|编辑|编委|版式设计|版式|版面|美编|图编|校对|组版|视觉)"
    r"\s*[/:\s]\s*(?:[\u3400-\u9fff·]{2,4}(?=[\s/|]|$)|.*$)"
)
_ASIDE = re.compile(r"[A-Za-z]{2,}|今日[一二三四五六七八九十\d]{1,3}版|(?:电话|邮箱).*$")


def read_folio(paragraphs: Sequence[Paragraph]) -> Folio:
    """Return what the lines at the page's edges say of it. Text that merely names a day or a paper is no folio."""
    folio = Folio()
    lines: list[int] = []
    edges = {line.number: line for line in (*paragraphs[:_EDGE], *paragraphs[-_EDGE:])}
    for line in edges.values():
        if read := read_folio_line(line):
            folio = _merge(folio, read)
            lines.append(line.number)
    below = (line for above, line in pairwise(paragraphs) if above.number in lines)
    lines += [line.number for line in below if _PAGE_LABEL.match(line.text)]
    return Folio(folio.newspaper, folio.date, folio.precision, folio.number, folio.section_label, tuple(lines))


def read_folio_line(paragraph: Paragraph) -> Folio | None:
    """Return what a folio line says, or None where the line has other words in it.

    >>> read_folio_line(Paragraph(1, "4 2013年9月23日 星期一")).number
    4
    """
    text = unicodedata.normalize("NFKC", paragraph.text[:_LONGEST_WITH_MAKERS])
    left = _leave_out_makers(text)
    most_labels = 1 if left == text else 2
    text = _ASIDE.sub(" ", left).strip()
    if paragraph.level or len(text) > _LONGEST or re.search(r"[。!?;,]", text):
        return None
    date, precision, rest = _take_date(text)
    paper = _NEWSPAPER.search(rest)
    rest = rest.replace(paper[0], " ", 1) if paper else rest
    number, rest = _take_number(_WEEKDAY.sub(" ", rest))
    labels = [word for word in re.split(r"[\s|｜/:]+", rest) if word.strip("-—·")]
    # A bare number stands for a page only where no other word is on the line.
    has_number = number and (date or paper or not labels or most_labels > 1 or re.search(r"版|\bA\d", text))
    says_enough = has_number or precision == "day" or (paper and (date or not labels))
    if not says_enough or len(labels) > most_labels or not all(map(_LABEL.match, labels)):
        return None
    return Folio(paper[1] if paper else "", date, precision, number, labels[0] if labels else "")


def _leave_out_makers(text: str) -> str:
    """Return a line without who made the page; all that follows them where the date is known before."""
    makers = _MAKERS.search(text)
    if makers and _take_date(text[: makers.start()])[0]:
        return text[: makers.start()]
    return _MAKERS.sub(" ", text)


def _take_date(text: str) -> tuple[datetime.date | None, str, str]:
    """Return the date of a line, how much of it is given, and the line without it."""
    found = _DATE.search(text) or _HYPHEN_DATE.search(text) or _HAN_DATE.search(text)
    if not found:
        return None, "unknown", text
    month, day = found["month"], found["day"]
    try:
        date = datetime.date(read_number(found["year"]), read_number(month or "1"), read_number(day or "1"))
    except ValueError:
        return None, "unknown", text
    precision = "day" if day else "month" if month else "year"
    return date, precision, text.replace(found[0], " ", 1)


def _take_number(text: str) -> tuple[int | None, str]:
    """Return the page number of a line, and the line without it."""
    found = _NUMBER.search(text)
    if not found:
        return None, text
    return read_number(found[1] or found[2] or found[3]) or None, text.replace(found[0], " ", 1)


def _merge(one: Folio, other: Folio) -> Folio:
    """Return both lines' words; what the earlier line says holds."""
    date = one if one.date else other
    return Folio(
        one.newspaper or other.newspaper,
        date.date,
        date.precision,
        one.number or other.number,
        one.section_label or other.section_label,
    )
