"""Segmentation, first step: the lines of a page -> its printed paragraphs, cleaned, with what stood before them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.intake.lines import Line

_TAG = re.compile(r"</?(?:sub|sup|b|i|u|br|p|strong|em)\s*/?>", re.IGNORECASE)
_HEADING_MARK = re.compile(r"(#{1,6})\s+")
_EMPHASIS = re.compile(r"^(\*{1,3})([^*]+)\1$")
_LONGEST_HEADING = 100
_PICTURE_GAP = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line with something printed on it; `level` is 1 for #, 2 for ##, 0 for none."""

    number: int
    text: str
    level: int = 0
    blanks_before: int = 0
    is_indented: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it is marked as a headline of the page."""
        return self.level in (1, 2)

    @property
    def line_above(self) -> int:
        """The number of the printed line above it."""
        return self.number - self.blanks_before - 1

    @property
    def is_after_picture(self) -> bool:
        """Whether a picture may have stood before it."""
        return self.blanks_before >= _PICTURE_GAP


def read_paragraphs(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Return the printed lines of a page without the marks that reading machines leave in them."""
    paragraphs: list[Paragraph] = []
    blanks = 0
    for line in lines:
        if line.is_blank:
            blanks += 1
            continue
        # The top of the page is no place of a picture.
        paragraphs.append(_read_paragraph(line, blanks if paragraphs else 0))
        blanks = 0
    return tuple(paragraphs)


def _read_paragraph(line: Line, blanks: int) -> Paragraph:
    """Return one line without tags, emphasis and heading marks."""
    text = _TAG.sub("", line.text).strip()
    level = 0
    if mark := _HEADING_MARK.match(text):
        text = text[mark.end() :].rstrip("# ")
        level = len(mark[1]) if len(text) <= _LONGEST_HEADING else 0
    if emphasis := _EMPHASIS.match(text):
        text = emphasis[2].strip()
    return Paragraph(line.number, text, level, blanks, line.text.startswith("\u3000\u3000"))
