"""Extraction: the opening words of a report -> its dateline, and the people named in it."""

import re
from dataclasses import dataclass

from archive.extraction.people import Person, read_people

_FILED = r"(?:\s*[\u4e00-\u9fff]{0,8}?\s*(?:\d{1,2}月)?\d{1,2}日\s*(?:专?电|讯))"
_PLACED = r"(?:[\u4e00-\u9fff]{2,4}[电讯](?=\s|[（(]))"
_BULLETS = "●■◆◎○★▲※□【 "  # a brief may begin with one
_DATELINE = re.compile(
    rf"(?:(?:据)?(?:本报|本刊|本网|新华社|中新社|中新网)(?:讯|消息|电(?=[\s（(])|{_FILED}|{_PLACED})"
    rf"|(?:中工网|新华网|人民网|[\u4e00-\u9fff]{{2,4}}[日晚时早]报)(?:讯|消息|{_FILED}|{_PLACED})(?=[\s（(]))】?"
)
_NAMED = re.compile(r"[（(]((?:本报|新华社)?(?:记者|通讯员)[^（）()]{2,60})[）)]")
_NAMED_IN_WORDS = re.compile(r"((?:本报|新华社)(?:记者|通讯员)[^。，,：:]{2,24}?)报道(?:[：:]|\s)")
_IN_BRACKETS = re.compile(r"\s*[（(]([^（）()]{2,80})[）)]")
_IN_WORDS = re.compile(r"\s*((?:本报)?(?:见习|实习|特约)?(?:记者|通讯员)[^。，,]{2,40}?)\s*报道")
_WRITER = r"(?:见习|实习|特约)?(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,4}"
_IN_ROW = re.compile(rf"\s+({_WRITER}(?:\s+{_WRITER})*)\s")  # 本报讯 记者王小明 通讯员李强 近日，
_CLOSING = re.compile(rf"[（(]((?:本报|新华社){_FILED})[）)]\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as printed, and the people it names."""

    text: str
    people: tuple[Person, ...]


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that opens a paragraph; one without words where only its writers are named.

    >>> read_dateline("本报讯(记者王小明)昨日，").text
    '本报讯'
    """
    opening = paragraph[:200].lstrip(_BULLETS)
    found = _DATELINE.match(opening)
    if not found:
        named = _NAMED.match(opening) or _NAMED_IN_WORDS.match(opening)
        return Dateline("", read_people(named[1])) if named else None
    named = _IN_BRACKETS.match(opening, found.end()) or _IN_WORDS.match(opening, found.end())
    if named:
        return Dateline(found[0], read_people(named[1], is_signed=True))
    in_row = _IN_ROW.match(opening, found.end())
    return Dateline(found[0], read_people(in_row[1]) if in_row else ())


def read_closing_dateline(paragraph: str) -> str:
    """Return the dateline in brackets that ends a report, or an empty string."""
    found = _CLOSING.search(paragraph[-60:])
    return found[1] if found else ""
