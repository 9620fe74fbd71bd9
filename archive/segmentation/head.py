"""Segmentation: the paragraphs from one on -> the head of an article that begins there: kicker to byline."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_people
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import (
    is_body,
    is_byline,
    is_credit,
    is_heading_like,
    is_marked_caption,
    is_numbered,
    is_subhead,
    opens_report,
)

Sign = Callable[[Paragraph], bool]

_MOST_LINES = 4
_THREE = 3  # lines are kicker, headline and subhead
_LONGEST_LINE = 32
_LONGEST_LABEL = 4
_MOST_SUBHEADS = 2
_MOST_BYLINES = 3
_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_LONGEST_HALF = 14
_UNFINISHED = re.compile(r"^[^\s，,：:]*(?:把|将|给|帮|让)[^\s，,：:]{2,10}$")


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above an article's body, by role."""

    kicker: tuple[Paragraph, ...] = ()
    headline: tuple[Paragraph, ...] = ()
    subhead: tuple[Paragraph, ...] = ()
    byline: tuple[Paragraph, ...] = ()
    section: tuple[Paragraph, ...] = ()

    @property
    def length(self) -> int:
        """How many lines it takes, a section's heading not counted."""
        return len(self.kicker) + len(self.headline) + len(self.subhead) + len(self.byline)

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts that say what the article is about."""
        return tuple(line.text for line in (*self.kicker, *self.headline, *self.subhead))


def read_head(paragraphs: Sequence[Paragraph], at: int, is_after_end: bool, gazetteer: Gazetteer) -> Head | None:
    """Return the head that begins at a paragraph, or None.

    Short lines are a head when one is marked, or when a subhead, a byline, a name or a dateline follows them;
    two and more also without that, where the text before them has come to its end.
    """
    lines = _read_lines(paragraphs, at)
    if not 0 < len(lines) <= _MOST_LINES or any(line.is_marked for line in lines[2:]):
        return None  # over a marked headline stands one kicker; what is above it is another text's
    end = at + len(lines)
    subheads = _read_run(paragraphs, end, is_subhead, _MOST_SUBHEADS)
    bylines = _read_run(paragraphs, end + len(subheads), is_byline, _MOST_BYLINES)
    end += len(subheads) + len(bylines)
    following = paragraphs[end] if end < len(paragraphs) else None
    if len(lines) > 1 and not lines[-1].level and _is_name(lines[-1].text, gazetteer):
        lines, bylines = lines[:-1], (lines[-1], *bylines)
    is_marked = bool(subheads) or any(line.is_marked for line in lines)
    is_announced = is_marked or (bool(bylines) and following is not None)
    if not is_announced and not (following and opens_report(following)):
        is_pair = 1 < len(lines) <= _THREE and is_after_end and following is not None and is_body(following)
        if not is_pair or any(is_numbered(line.text) or line.level for line in lines):
            return None
    return _assign_roles(lines, subheads, bylines, gazetteer)


def _is_name(text: str, gazetteer: Gazetteer) -> bool:
    """Whether the last short line over a text is a writer's bare name: too short for a heading, and no place."""
    return bool(read_people(text)) or (bool(_NAME.fullmatch(text)) and text not in gazetteer.names)


def _read_lines(paragraphs: Sequence[Paragraph], at: int) -> tuple[Paragraph, ...]:
    """Return the run of short lines from a paragraph on; a picture ends it."""
    end = at
    while end < len(paragraphs) and end - at <= _MOST_LINES:
        line = paragraphs[end]
        is_line = line.is_marked or (is_heading_like(line) and len(line.text) <= _LONGEST_LINE)
        is_line = is_line or (end > at and _is_over_report(paragraphs, end))
        if not is_line or _is_no_heading(line) or (end > at and line.is_after_picture):
            break
        end += 1
    return tuple(paragraphs[at:end])


def _is_no_heading(line: Paragraph) -> bool:
    """Whether a short line says who made something, or explains a picture."""
    return is_byline(line) or is_credit(line) or is_marked_caption(line)


def _is_over_report(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a short line without a full stop stands directly over a dateline: it may be a sentence all the same."""
    line = paragraphs[at]
    is_short = len(line.text) <= _LONGEST_LINE and not line.text.endswith(("。", "，", ",", "；", "：", ":"))
    return is_short and at + 1 < len(paragraphs) and opens_report(paragraphs[at + 1])


def _read_run(paragraphs: Sequence[Paragraph], at: int, sign: Sign, most: int) -> tuple[Paragraph, ...]:
    """Return up to `most` paragraphs in a row that have a sign."""
    return tuple(takewhile(sign, paragraphs[at : at + most]))


def _assign_roles(
    lines: tuple[Paragraph, ...],
    subheads: tuple[Paragraph, ...],
    bylines: tuple[Paragraph, ...],
    gazetteer: Gazetteer,
) -> Head:
    """Tell kicker, headline and subhead apart: by the mark, by the dash, by their number, by the place they name."""
    marked = next((at for at, line in enumerate(lines) if line.is_marked), None)
    at, end = 0, 1
    if _has_label(lines):
        at = 1
    elif marked is not None:
        at = marked
    elif broken := next((at for at, line in enumerate(lines[:-1]) if _breaks_off(line.text)), None):
        at = broken
    elif subheads:
        at = len(lines) - 1
    elif len(lines) >= _THREE or _is_kicker(lines, bylines, gazetteer):
        at = 1
    if at + 1 < len(lines) and marked is None and _breaks_off(lines[at].text):
        end = 2
    return Head(lines[:at], lines[at : at + end], (*lines[at + end :], *subheads), bylines)


def _has_label(lines: tuple[Paragraph, ...]) -> bool:
    """Whether the first line names the column of the paper over a longer headline: 短评, 工会要闻."""
    return len(lines) > 1 and len(lines[0].text) <= _LONGEST_LABEL <= len(lines[1].text) - 2


def _breaks_off(text: str) -> bool:
    """Whether a headline goes on in the next line: it says to whom or with what, and not yet what is done."""
    return len(text) <= _LONGEST_HALF and bool(_UNFINISHED.search(text))


def _is_kicker(lines: tuple[Paragraph, ...], bylines: tuple[Paragraph, ...], gazetteer: Gazetteer) -> bool:
    """Whether the first of two lines leads up to the second, which says where.

    Where the writers sign with a □ the first is the headline: such features have a motto for one.
    """
    if len(lines) < 2:
        return False
    if lines[0].text.endswith("—"):
        return True
    is_feature = any(line.text.startswith("□") for line in bylines)
    first, second = (_names_place(line.text, gazetteer) for line in lines[:2])
    return second and not first and not is_feature


def _names_place(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a heading names a place, or begins with the short name of one."""
    if find_mentions(text, gazetteer):
        return True
    return any(text[:length] in gazetteer.names for length in range(2, 5))
