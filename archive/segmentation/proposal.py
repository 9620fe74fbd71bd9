"""Segmentation: what it gives back, the proposed articles of a page by line."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from archive.extraction.genre import ArticleKind
from archive.extraction.people import Person
from archive.extraction.places import FoundPlace
from archive.segmentation.paragraph import Paragraph


class PartKind(StrEnum):
    """What a part of an article's body is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body: the lines it was printed on, several where they were joined; a gap has none, but a reason."""

    kind: PartKind
    lines: tuple[Paragraph, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A proposed article. `section` is the common heading of several briefs; `parts` are in reading order."""

    section: tuple[Paragraph, ...]
    kicker: tuple[Paragraph, ...]
    headline: tuple[Paragraph, ...]
    subhead: tuple[Paragraph, ...]
    byline: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    kind: ArticleKind
    dateline: str
    place: FoundPlace | None
    people: tuple[Person, ...]

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The lines of text and crossheads, in reading order."""
        kinds = (PartKind.PARAGRAPH, PartKind.CROSSHEAD)
        return tuple(line for part in self.parts if part.kind in kinds for line in part.lines)

    @property
    def captions(self) -> tuple[Paragraph, ...]:
        """The lines under pictures."""
        return tuple(line for part in self.parts if part.kind is PartKind.CAPTION for line in part.lines)

    @property
    def joins(self) -> tuple[tuple[int, int], ...]:
        """The numbers of lines that break off, each with the line that goes on."""
        return tuple(
            (one.number, other.number)
            for part in self.parts
            for one, other in zip(part.lines, part.lines[1:], strict=False)
        )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body's paragraphs, line breaks of the print closed."""
        return tuple(
            "".join(line.text for line in part.lines) for part in self.parts if part.kind is PartKind.PARAGRAPH
        )


@dataclass(frozen=True, slots=True)
class Folio:
    """What the page says of itself; `precision` is day, month, year or unknown."""

    newspaper: str = ""
    date: datetime.date | None = None
    precision: str = "unknown"
    number: int | None = None
    section_label: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JoinOption:
    """A line with which a broken sentence may go on."""

    line: int
    is_likely: bool


@dataclass(frozen=True, slots=True)
class JoinOffer:
    """A line that breaks off, certainly joined or not, and at most three lines that may go on, the best first."""

    line: int
    options: tuple[JoinOption, ...]


@dataclass(frozen=True, slots=True)
class PageProposal:
    """A page, proposed as articles: every printed line is in one of them, noise, or a copy (copy, original)."""

    folio: Folio
    articles: tuple[ArticleDraft, ...]
    noise: tuple[int, ...]
    duplicates: tuple[tuple[int, int], ...]
    offers: tuple[JoinOffer, ...] = ()
