"""Splitting: a draft and its printed lines -> the rows of the screen, one for each line in print order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from archive.desk.splitting.describing import Printed, is_undecided
from archive.desk.splitting.draft import HEAD_ROLES, Draft, DraftArticle, Entry, Role
from archive.desk.splitting.entries import find_jumps
from archive.desk.splitting.labelling import ROLES

COLOURS = 8
_BEGINNING, _ENDING = 40, 18
_OPENING = 30

Followed = Mapping[int, int]  # a line that goes on with another, and that other


class Where(StrEnum):
    """Where a line is."""

    ARTICLE = "article"
    NOISE = "noise"
    UNPLACED = "unplaced"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """How the screen tells an article from the others: its number, its key, its colour; all 0 for none."""

    number: int = 0
    key: int = 0
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A printed line in three pieces; `middle` is shown where the line is looked at."""

    beginning: str
    middle: str = ""
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that may go on with the sentence of another, and how it begins.

    `follows` is the line that it goes on with already, 0 for none.
    """

    line: int
    opening: str
    is_likely: bool
    follows: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line, where it is and how its sentence goes on.

    `follows` and `goes_on` are the lines that it is joined with, `jumps_to` the one that is read next though another
    is printed next, `original` the one that a copy repeats; 0 for none.
    """

    entry: Entry
    text: Text
    is_after_picture: bool
    where: Where
    article: ArticleMark = ArticleMark()
    original: int = 0
    follows: int = 0
    goes_on: int = 0
    jumps_to: int = 0
    is_undecided: bool = False
    offers: tuple[Offer, ...] = ()

    @property
    def line(self) -> int:
        """The number of the line."""
        return self.entry.line

    @property
    def role_label(self) -> str:
        """What the screen calls the line's role."""
        return str(ROLES[self.entry.role])

    @property
    def is_heading(self) -> bool:
        """Whether it is set like a heading."""
        return self.entry.role in (Role.SECTION, Role.KICKER, Role.HEADLINE, Role.CROSSHEAD)

    @property
    def is_head(self) -> bool:
        """Whether it stands above the body, where no text is lost between two lines."""
        return self.entry.role in HEAD_ROLES


def mark_articles(draft: Draft) -> dict[int, ArticleMark]:
    """Return by key how the screen tells the articles of a draft apart, in their order."""
    numbered = enumerate(draft.articles, start=1)
    return {one.key: ArticleMark(number, one.key, (number - 1) % COLOURS + 1) for number, one in numbered}


def build_rows(draft: Draft, printed: Printed) -> dict[int, Row]:
    """Return the rows of a page by line, in print order."""
    marks, followed = mark_articles(draft), _find_followed(draft)
    rows = [row for one in draft.articles for row in _rows_of_article(draft, one, marks[one.key], printed, followed)]
    rows += [_loose_row(entry, Where.NOISE, printed) for entry in draft.noise]
    rows += [_loose_row(entry, Where.UNPLACED, printed) for entry in draft.unplaced]
    rows += [_loose_row(copy.entry, Where.COPY, printed, copy.original) for copy in draft.copies]
    return {row.line: row for row in sorted(rows, key=lambda row: row.line)}


def open_text(text: str) -> str:
    """Return how a text begins."""
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}…"


def _find_followed(draft: Draft) -> dict[int, int]:
    """Return each line that goes on with another, and that other."""
    pairs = (pair for article in draft.articles for pair in pairwise(article.entries))
    return {entry.line: before.line for before, entry in pairs if entry.is_joined}


def _rows_of_article(
    draft: Draft, article: DraftArticle, mark: ArticleMark, printed: Printed, followed: Followed
) -> Iterator[Row]:
    jumps = find_jumps(article.entries)
    for at, entry in enumerate(article.entries):
        following = article.entries[at + 1 : at + 2]
        undecided = is_undecided(draft, article, at)
        yield Row(
            entry,
            _cut_text(printed[entry.line].text),
            printed[entry.line].is_after_picture,
            Where.ARTICLE,
            article=mark,
            follows=followed.get(entry.line, 0),
            goes_on=next((one.line for one in following if one.is_joined), 0),
            jumps_to=jumps.get(entry.line, 0),
            is_undecided=undecided,
            offers=_find_offers(draft, entry.line, printed, followed) if undecided else (),
        )


def _loose_row(entry: Entry, where: Where, printed: Printed, original: int = 0) -> Row:
    paragraph = printed[entry.line]
    return Row(entry, _cut_text(paragraph.text), paragraph.is_after_picture, where, original=original)


def _find_offers(draft: Draft, line: int, printed: Printed, followed: Followed) -> tuple[Offer, ...]:
    """Return what is offered for a line, the best first, but those last that go on with another line already."""
    offers = (
        Offer(one.line, open_text(printed[one.line].text), one.is_likely, followed.get(one.line, 0))
        for one in draft.offers.get(line, ())
        if one.line in printed
    )
    return tuple(sorted(offers, key=lambda offer: offer.follows > 0))


def _cut_text(text: str) -> Text:
    if len(text) <= _BEGINNING + _ENDING:
        return Text(text)
    return Text(text[:_BEGINNING], text[_BEGINNING:-_ENDING], text[-_ENDING:])
