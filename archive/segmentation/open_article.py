"""Segmentation: an article while its lines are being gathered."""

from dataclasses import dataclass, field
from enum import StrEnum

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.people import read_byline
from archive.extraction.places import FoundPlace, find_place
from archive.segmentation.head import Head
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_complete, is_salutation, opens_report

_BEGINNING = 12
_LONG = 800

Item = tuple[PartKind, Paragraph]


class Form(StrEnum):
    """What is known of an article's kind from how it begins."""

    ORDINARY = "ordinary"
    BRIEF = "brief"
    PHOTO = "photo"


@dataclass(slots=True)
class OpenArticle:
    """An article that lines are still given to; `is_closed` once its signature or credit has come.

    `is_carried_over`: its text so far goes on on another page of the paper. `is_letter`: it speaks to the newspaper.
    """

    head: Head = field(default_factory=Head)
    form: Form = Form.ORDINARY
    items: list[Item] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    closing_byline: list[Paragraph] = field(default_factory=list)
    is_closed: bool = False
    is_carried_over: bool = False
    is_letter: bool = False
    early_place: tuple[FoundPlace | None] | None = None

    @property
    def is_headless(self) -> bool:
        """Whether it has no headline yet."""
        return not self.head.headline

    @property
    def is_at_end_of_sentence(self) -> bool:
        """Whether its text so far does not break off, or only to go on on another page."""
        return not self.paragraphs or self.is_carried_over or is_complete(self.paragraphs[-1].text)

    @property
    def first_number(self) -> int:
        """The number of the first of its lines in the print; the common heading of briefs is not its own."""
        head = (*self.head.kicker, *self.head.headline, *self.head.subhead, *self.head.byline)
        return min((line.number for line in (*head, *(line for _, line in self.items))), default=0)

    @property
    def has_dateline(self) -> bool:
        """Whether its text begins with 本报讯 or the like."""
        return any(opens_report(line) for line in self.paragraphs[:1])

    @property
    def has_crossheads(self) -> bool:
        """Whether it has headings inside."""
        return any(kind is PartKind.CROSSHEAD for kind, _ in self.items)

    @property
    def may_have_crossheads(self) -> bool:
        """Whether it is one of those that have headings inside: no brief, no news, no commentary."""
        if self.form is not Form.ORDINARY or self.has_dateline:
            return False
        is_feature = bool(self.head.subhead) or any(line.text.startswith("□") for line in self.head.byline)
        is_long = sum(len(line.text) for line in self.paragraphs) > _LONG and not self._is_signed_by_name
        return self.is_headless or is_feature or is_long or self.has_crossheads

    @property
    def _is_signed_by_name(self) -> bool:
        """Whether names alone, without a role, stand over it, as over a commentary."""
        people = [person for line in self.head.byline for person in read_byline(line.text)]
        return bool(people) and not any(person.role for person in people)

    def add(self, kind: PartKind, line: Paragraph) -> None:
        """Give it a line."""
        self.items.append((kind, line))
        if kind is PartKind.PARAGRAPH:
            self.paragraphs.append(line)
            self.is_carried_over = False
            self.is_letter |= is_salutation(line.text)

    def take_from(self, at: int) -> list[Item]:
        """Take its last lines away and return them."""
        taken = self.items[at:]
        self.set_items(self.items[:at])
        return taken

    def set_items(self, items: list[Item]) -> None:
        """Give it these lines instead of those it has."""
        self.items = items
        self.paragraphs = [line for kind, line in items if kind is PartKind.PARAGRAPH]

    def find_place(self, gazetteer: Gazetteer) -> FoundPlace | None:
        """Return the place it is about, as far as its lines tell; of a photo item its captions too."""
        lines = [line for _, line in self.items] if self.form is Form.PHOTO else self.paragraphs
        return find_place(self.head.headings, tuple(line.text for line in lines), gazetteer)

    def find_early_place(self, gazetteer: Gazetteer) -> FoundPlace | None:
        """Return the place that its beginning tells, looked for once it has one."""
        if len(self.paragraphs) < _BEGINNING:
            return self.find_place(gazetteer) or self._find_office(gazetteer)
        if self.early_place is None:
            texts = tuple(line.text for line in self.paragraphs[:_BEGINNING])
            self.early_place = (find_place(self.head.headings, texts, gazetteer) or self._find_office(gazetteer),)
        return self.early_place[0]

    def _find_office(self, gazetteer: Gazetteer) -> FoundPlace | None:
        """Return the place where its writer holds an office: 泸州市总工会主席 王小明."""
        return find_place(tuple(line.text for line in self.head.byline), (), gazetteer)
