"""Page intake: the characters of a PDF page with their places -> lines of text, one for each paragraph.

A PDF knows only where each character stands. Print breaks a paragraph at the edge of its column; here its lines are
put together again, and what was empty space on the page becomes blank lines.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

# In sizes of the type.
_INDENT = 1.2
_RAGGED = 1.6
_SPACED = 0.9
_PICTURE = 5.0
_SAME_SIZE = 0.15

_SENTENCE_END = "。！？…”』」"
_PICTURE_LINES = 3
# What PDF readers give for a hyphen or for a character that has no code.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """The height of the type."""
        return self.top - self.bottom

    def is_above(self, other: "PrintedLine") -> bool:
        """Whether the other is the next line of the same column, in the same type."""
        overlap = min(self.right, other.right) - max(self.left, other.left)
        is_same_type = abs(self.size - other.size) <= _SAME_SIZE * self.size
        return overlap > 0 and is_same_type and -0.5 < self.gap_to(other) < _SPACED

    def gap_to(self, other: "PrintedLine") -> float:
        """The empty space down to the other, in sizes; below zero where the other does not stand lower."""
        return (self.bottom - other.top) / (max(self.size, other.size) or 1)


def set_lines(glyphs: Iterable[Glyph]) -> str:
    """Return the text of a page, each paragraph on a line."""
    columns = list(_find_columns(_find_lines(glyphs)))
    texts: list[str] = []
    for before, column in zip([None, *columns], columns, strict=False):
        if before:
            texts += [""] * _count_blank_lines(before[-1], column[0])
        texts += _join_lines(column)
    return "\n".join(texts)


def _find_lines(glyphs: Iterable[Glyph]) -> Iterator[PrintedLine]:
    """Yield the lines of a page that have something printed on them."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in "\r\n":
            yield from _set_line(line)
            line = []
        else:
            line.append(glyph)
    yield from _set_line(line)


def _set_line(glyphs: list[Glyph]) -> Iterator[PrintedLine]:
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    text = _NO_TEXT.sub("", "".join(glyph.text for glyph in glyphs)).strip()
    if text and printed:
        bottom, top = min(glyph.bottom for glyph in printed), max(glyph.top for glyph in printed)
        yield PrintedLine(text, printed[0].left, printed[-1].right, bottom, top)


def _find_columns(lines: Iterable[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Yield runs of lines that stand one below the other without space between them."""
    column: list[PrintedLine] = []
    for line in lines:
        if column and not column[-1].is_above(line):
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _join_lines(column: list[PrintedLine]) -> list[str]:
    """Return the paragraphs of a column."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    indents = any(line.left > left + _INDENT * line.size for line in column)
    texts = [column[0].text]
    for line, following in pairwise(column):
        is_full = line.right >= right - _RAGGED * line.size
        is_indented = following.left > left + _INDENT * line.size
        may_end = not indents and line.text.endswith(tuple(_SENTENCE_END))
        if is_full and not is_indented and not may_end:
            texts[-1] += (" " if _are_latin(texts[-1][-1], following.text[0]) else "") + following.text
        else:
            texts.append(following.text)
    return texts


def _are_latin(end: str, start: str) -> bool:
    return end.isascii() and start.isascii() and end.isalnum() and start.isalnum()


def _count_blank_lines(before: PrintedLine, line: PrintedLine) -> int:
    """Return how many blank lines stand for the space between two columns; none where only the type differs."""
    gap = before.gap_to(line)
    if -0.5 < gap < _SPACED:
        return 0
    return _PICTURE_LINES if gap >= _PICTURE else 1
