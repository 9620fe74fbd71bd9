"""Segmentation: an article while its lines are being gathered."""

from dataclasses import dataclass, field
from enum import StrEnum

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.places import FoundPlace, find_place
from archive.segmentation.head import Head
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_complete

Item = tuple[PartKind, Paragraph]


class Form(StrEnum):
    """What is known of an article's kind from how it begins."""

    ORDINARY = "ordinary"
    BRIEF = "brief"
    PHOTO = "photo"


@dataclass(slots=True)
class OpenArticle:
    """An article that lines are still given to; `is_closed` once its signature or credit has come."""

    head: Head = field(default_factory=Head)
    form: Form = Form.ORDINARY
    items: list[Item] = field(default_factory=list)
    closing_byline: list[Paragraph] = field(default_factory=list)
    is_closed: bool = False

    @property
    def is_headless(self) -> bool:
        """Whether it has no headline yet."""
        return not self.head.headline

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs so far, without crossheads and captions."""
        return [line for kind, line in self.items if kind is PartKind.PARAGRAPH]

    @property
    def is_at_end_of_sentence(self) -> bool:
        """Whether its text so far does not break off."""
        last = next((line for kind, line in reversed(self.items) if kind is PartKind.PARAGRAPH), None)
        return last is None or is_complete(last.text)

    def find_place(self, gazetteer: Gazetteer) -> FoundPlace | None:
        """Return the place it is about, as far as its lines tell."""
        return find_place(self.head.headings, tuple(line.text for line in self.paragraphs), gazetteer)

    def add(self, kind: PartKind, line: Paragraph) -> None:
        """Give it a line."""
        self.items.append((kind, line))
