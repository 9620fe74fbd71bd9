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
    has_clauses,
    is_body,
    is_byline,
    is_credit,
    is_heading_like,
    is_list_item,
    is_marked_caption,
    is_numbered,
    is_subhead,
    opens_report,
)

Sign = Callable[[Paragraph], bool]

_MOST_LINES = 4
_MOST_OVER_REPORT = 5  # with a dateline below, all short lines are the head
_THREE = 3  # lines are kicker, headline and subhead
_LONGEST_LINE = 32
_LONGEST_LABEL = 5
_LABEL = re.compile(
    r"^(?:对话|专访|走近)[^，,：:]{2,}$|^.{0,4}(?:[手札]记|随笔|笔谈|信箱|论坛|走基层|短评|快评|时评|来信)$|"
    r"^[\u3400-\u9fff]{2,6}[·•][\u3400-\u9fff]{2,8}$"  # a column and its theme: 镜头·老街的店
)
_MOST_SUBHEADS = 2
_MOST_BYLINES = 3
_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_LONGEST_HALF = 14
_DONE = re.compile("[进到成上入出回].{0,3}$")  # what is done is said: 把职代会开进商场
_PLACED = re.compile(r"^([\u3400-\u9fff]{2,6})[：:\s　]\s*\S{4,}")
_QUOTED_NAME = re.compile(r"[“「《][^“”「」《》]{2,10}[”」》]")
_UNION_FIRST = re.compile(r"^([\u3400-\u9fff]{2,6}?)[市县区州]?总(?:工会)?[：:]")
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
    also when they stand over the items of a box; two and more also without that, where the text before them has come
    to its end.
    """
    lines = _read_lines(paragraphs, at, gazetteer)
    if not 0 < len(lines) <= _MOST_OVER_REPORT or any(line.is_marked for line in lines[2:]):
        return None  # over a marked headline stands one kicker; what is above it is another text's
    end = at + len(lines)
    subheads = _read_run(paragraphs, end, is_subhead, _MOST_SUBHEADS)
    bylines = _read_run(paragraphs, end + len(subheads), is_byline, _MOST_BYLINES)
    if subheads and not bylines:
        bylines = _read_run(paragraphs, end + len(subheads), _is_of_names, 1)
    end += len(subheads) + len(bylines)
    following = paragraphs[end] if end < len(paragraphs) else None
    if len(lines) > 1 and not lines[-1].level and _is_name(lines[-1].text, gazetteer):
        lines, bylines = lines[:-1], (lines[-1], *bylines)
    is_marked = bool(subheads) or any(line.is_marked or line.text.endswith("—") for line in lines)
    is_placed = len(lines) > 1 and is_after_end and any(names_place_first(line.text, gazetteer) for line in lines)
    is_over_list = following is not None and is_list_item(following) and (is_after_end or len(lines) > 1)
    is_announced = is_marked or is_placed or is_over_list or (bool(bylines) and following is not None)
    is_over_report = following is not None and opens_report(following)
    if len(lines) > _MOST_LINES and not (is_over_report and is_after_end):
        return None
    if not is_announced and not is_over_report:
        is_pair = 1 < len(lines) <= _THREE and is_after_end and following is not None and is_body(following)
        if not is_pair or any(is_numbered(line.text) or line.level or has_clauses(line.text) for line in lines):
            return None
    return _assign_roles(lines, subheads, bylines, gazetteer)


def _is_of_names(line: Paragraph) -> bool:
    """Whether a line is of nothing but names."""
    return not line.level and bool(read_people(line.text))


def _is_name(text: str, gazetteer: Gazetteer) -> bool:
    """Whether the last short line over a text is a writer's bare name: too short for a heading, and no place."""
    return bool(read_people(text)) or (bool(_NAME.fullmatch(text)) and text not in gazetteer.names)


def _read_lines(paragraphs: Sequence[Paragraph], at: int, gazetteer: Gazetteer) -> tuple[Paragraph, ...]:
    """Return the run of short lines from a paragraph on; a picture ends it."""
    end = at
    while end < len(paragraphs) and end - at <= _MOST_OVER_REPORT:
        line = paragraphs[end]
        is_line = line.is_marked or (is_heading_like(line) and len(line.text) <= _LONGEST_LINE)
        is_line = is_line or (end > at and _is_over_report(paragraphs, end)) or _is_title(line, gazetteer)
        if not is_line or _is_no_heading(line) or (end > at and line.is_after_picture):
            break
        end += 1
    return tuple(paragraphs[at:end])


def _is_no_heading(line: Paragraph) -> bool:
    """Whether a short line says who made something, explains a picture, or is the first of a report."""
    return is_byline(line) or is_credit(line) or is_marked_caption(line) or opens_report(line)


def _is_over_report(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a short line without a full stop stands directly over a dateline: it may be a sentence then."""
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
    at, count = _find_headline(lines, marked, bool(subheads), bylines, gazetteer)
    if count == 1 and marked is None and at + 1 < len(lines):
        count += _goes_on(lines[at].text, lines[at + 1].text, gazetteer)
    return Head(lines[:at], lines[at : at + count], (*lines[at + count :], *subheads), bylines)


def _find_headline(
    lines: tuple[Paragraph, ...],
    marked: int | None,
    is_over_subhead: bool,
    bylines: tuple[Paragraph, ...],
    gazetteer: Gazetteer,
) -> tuple[int, int]:
    """Return at which line the headline begins, and of how many lines it is."""
    if _has_label(lines):
        return 1, 1
    if marked is not None:
        return marked, 1
    broken = next((at for at in range(len(lines) - 1) if _breaks_off(lines[at].text, gazetteer)), None)
    if broken is not None:
        return broken, 1
    if len(lines) > _MOST_LINES:
        return 1, 2
    if is_over_subhead:
        return min(1, len(lines) - 1), max(1, len(lines) - 1)
    return (1 if len(lines) >= _THREE or _is_kicker(lines, bylines, gazetteer) else 0), 1


def _has_label(lines: tuple[Paragraph, ...]) -> bool:
    """Whether the first line names the column of the paper over a longer headline: 短评, 工会要闻, 对话职工代表."""
    if len(lines) < 2:
        return False
    label, headline = lines[0].text, lines[1].text
    is_short = len(label) <= _LONGEST_LABEL and len(headline) >= len(label) + 2
    return is_short or (bool(_LABEL.search(label)) and not lines[0].level)


def _goes_on(text: str, following: str, gazetteer: Gazetteer) -> bool:
    """Whether two lines are one headline: the first breaks off, or the second is a name in quotation marks."""
    return _breaks_off(text, gazetteer) or (len(text) <= _LONGEST_HALF and bool(_QUOTED_NAME.fullmatch(following)))


def _breaks_off(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a headline goes on in the next line: it says whose, to whom or with what, and not yet what is done."""
    if len(text) > _LONGEST_HALF:
        return False
    is_unfinished = bool(_UNFINISHED.search(text)) and not _DONE.search(text)
    return text.endswith("的") or (is_unfinished and ("工会" in text or _names_place(text, gazetteer)))


def _is_kicker(lines: tuple[Paragraph, ...], bylines: tuple[Paragraph, ...], gazetteer: Gazetteer) -> bool:
    """Whether the first of two lines leads up to the second, which says where.

    Where the writers sign with a □ the first is the headline: such features have a motto for one.
    """
    if len(lines) < 2:
        return False
    if lines[0].text.endswith("—") or _names_union_first(lines[1].text, gazetteer):
        return True
    is_feature = any(line.text.startswith("□") for line in bylines)
    first, second = (_names_place(line.text, gazetteer) for line in lines[:2])
    return second and not first and not is_feature


def names_place_first(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a line begins with a place set off: 铜川：陶瓷工匠“一课三尺台”."""
    found = _PLACED.match(text)
    return bool(found and found[1] in gazetteer.names)


def _names_union_first(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a line sets a place's union off: 株洲市总：一把火暖三条街."""
    found = _UNION_FIRST.match(text)
    return bool(found and found[1] in gazetteer.names)


def _is_title(line: Paragraph, gazetteer: Gazetteer) -> bool:
    """Whether a short line sets a place off; it may break off where the headline goes on in the next line."""
    is_short = len(line.text) <= _LONGEST_HALF and not line.text.endswith(("。", "，", ",", "；", "："))
    return is_short and names_place_first(line.text, gazetteer)


def _names_place(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a heading names a place, or begins with the short name of one."""
    if find_mentions(text, gazetteer):
        return True
    return any(text[:length] in gazetteer.names for length in range(2, 5))
