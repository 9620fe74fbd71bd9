"""Segmentation: an article's paragraphs in order -> parts: joined where a column cut them, gaps where text is lost."""

import re
from collections.abc import Iterable

from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import Part, PartKind
from archive.segmentation.signs import closes_foreign_quote, has_open_quote, is_complete

# How a paragraph begins when it goes on with nothing.
_FRESH = re.compile(
    r"^(?:近几?年来|近日|日前|多年来|几年来|过去|去年|今年|目前|同时|此外|另外|据|为此|截至|随着|首先|其次|最后|"
    r"[一二三四五六七八九十]+是|第[一二三四五六七八九十]|[“‘「『—]|\d{4}年|\d+月\d+日|[\d一二三四五六七八九十几多]+年来|本报)"
)
_RUN_IN_HEAD = re.compile(r"^[^，,。、“”\d]{4,14}。.")
_UNION_SUBJECT = re.compile(r"^(?:[\u3400-\u9fff]{2,6}[市区县省]总|[\u3400-\u9fff]{3,8}总工会)")
_MID_SENTENCE = re.compile(
    r"^(?:[，,。、；;：:！？）)》”’」』]|(?![是对但故而即或嗯啊好不])[\u3400-\u9fff][，,、])|^[的了和与及]"
)


def goes_on(one: str, other: str) -> bool:
    """Whether a paragraph goes on with the sentence that another breaks off."""
    if is_complete(one):
        return False
    if has_open_quote(one) != closes_foreign_quote(other):
        return False
    return starts_mid_sentence(other) or not starts_fresh(other)


def starts_fresh(text: str) -> bool:
    """Whether a paragraph begins like a new one."""
    return bool(_FRESH.match(text) or _RUN_IN_HEAD.match(text) or _UNION_SUBJECT.match(text))


def starts_mid_sentence(text: str) -> bool:
    """Whether a paragraph cannot be the beginning of anything."""
    return bool(_MID_SENTENCE.match(text)) or closes_foreign_quote(text)


def join_parts(items: Iterable[tuple[PartKind, Paragraph]]) -> tuple[Part, ...]:
    """Return an article's parts. A caption between two halves of a sentence comes after it."""
    parts: list[tuple[PartKind, list[Paragraph]]] = []
    last = -1  # where the last paragraph is
    is_open = False  # it breaks off, and only captions came since
    for kind, line in items:
        if kind is PartKind.CAPTION:
            parts.append((kind, [line]))
            continue
        # A line directly below, not indented, is the same paragraph as it was set in the print.
        is_set_on = line.blanks_before == 0 and not line.is_indented
        if kind is PartKind.PARAGRAPH and is_open and (is_set_on or goes_on(parts[last][1][-1].text, line.text)):
            parts[last][1].append(line)
        else:
            if is_open or (kind is PartKind.PARAGRAPH and last < 0 and starts_mid_sentence(line.text)):
                parts.insert(last + 1, (PartKind.GAP, []))
            parts.append((kind, [line]))
            last = len(parts) - 1 if kind is PartKind.PARAGRAPH else last
        is_open = kind is PartKind.PARAGRAPH and not is_complete(line.text)
    if is_open:
        parts.insert(last + 1, (PartKind.GAP, []))
    return tuple(Part(kind, tuple(lines)) for kind, lines in parts)
