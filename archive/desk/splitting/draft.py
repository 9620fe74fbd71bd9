"""Splitting: a page's draft, the articles that an editor is making of its printed lines, and its stored form.

Every printed line is in the draft exactly once: in an article, among the noise, the copies or the unplaced ones.
Lines are told by their number; their texts stay in the page. The stored form is JSON:

    {"articles": [{"key": 1, "under": null, "kind": null,
                   "lines": [[63, "headline"], [93, "paragraph"], [95, "paragraph", {"joined": true, "after": ""}]]}],
     "noise": [[1, "paragraph"]], "unplaced": [], "copies": [[89, "crosshead", 83]],
     "offers": {"101": [[87, true], [139, false]]}}

An article's lines stand in reading order, its head first. `joined`: the line goes on with the sentence of the line
before it. `before` and `after`: text is lost there, and why ("" where that is not known). `whole`: the line ends there,
whatever it looks like. `under`: the key of the article whose section heading this one stands under too. `kind`: brief
or photo where its form on the page told so. `offers`: for each line that breaks off in mid-sentence, those that may go
on, the likeliest first; changes leave them alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from archive.extraction.genre import ArticleKind
from archive.segmentation.proposal import JoinOption


class Role(StrEnum):
    """What a line is in its article."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"


HEAD_ROLES = (Role.SECTION, Role.KICKER, Role.HEADLINE, Role.SUBHEAD, Role.BYLINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in its place; `gap_before` and `gap_after` give the reason of a loss, None where nothing is lost."""

    line: int
    role: Role = Role.PARAGRAPH
    is_joined: bool = False
    gap_before: str | None = None
    gap_after: str | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """An article being made. Its key stays the same whatever its place among the others."""

    key: int
    entries: tuple[Entry, ...]
    under: int | None = None
    kind: ArticleKind | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A line that repeats another of the page, its `original`."""

    entry: Entry
    original: int


@dataclass(frozen=True, slots=True)
class Draft:
    """All lines of a page, each in its place."""

    articles: tuple[DraftArticle, ...] = ()
    noise: tuple[Entry, ...] = ()
    unplaced: tuple[Entry, ...] = ()
    copies: tuple[Copy, ...] = ()
    offers: Mapping[int, tuple[JoinOption, ...]] = field(default_factory=dict)

    @property
    def lines(self) -> Iterator[int]:
        """The numbers of all lines, place by place."""
        for article in self.articles:
            yield from (entry.line for entry in article.entries)
        yield from (entry.line for entry in (*self.noise, *self.unplaced))
        yield from (copy.entry.line for copy in self.copies)

    def article(self, key: int) -> DraftArticle | None:
        """Return the article with a key."""
        return next((article for article in self.articles if article.key == key), None)


def read_draft(stored: Mapping[str, Any]) -> Draft:
    """Return the draft of a stored form."""
    return Draft(
        tuple(_read_article(article) for article in stored["articles"]),
        tuple(_read_entry(entry) for entry in stored["noise"]),
        tuple(_read_entry(entry) for entry in stored["unplaced"]),
        tuple(Copy(Entry(line, Role(role)), original) for line, role, original in stored["copies"]),
        {
            int(line): tuple(JoinOption(other, is_likely) for other, is_likely in options)
            for line, options in stored["offers"].items()
        },
    )


def write_draft(draft: Draft) -> dict[str, Any]:
    """Return the stored form of a draft; `read_draft` gives the draft back."""
    return {
        "articles": [
            {
                "key": article.key,
                "under": article.under,
                "kind": article.kind,
                "lines": [write_entry(entry) for entry in article.entries],
            }
            for article in draft.articles
        ],
        "noise": [write_entry(entry) for entry in draft.noise],
        "unplaced": [write_entry(entry) for entry in draft.unplaced],
        "copies": [[copy.entry.line, copy.entry.role.value, copy.original] for copy in draft.copies],
        "offers": {
            str(line): [[option.line, option.is_likely] for option in options] for line, options in draft.offers.items()
        },
    }


def write_entry(entry: Entry) -> list[Any]:
    """Return the stored form of a line in its place."""
    marks = {
        name: value
        for name, value, plain in (
            ("joined", entry.is_joined, False),
            ("before", entry.gap_before, None),
            ("after", entry.gap_after, None),
            ("whole", entry.is_whole, False),
        )
        if value != plain
    }
    return [entry.line, entry.role.value, marks] if marks else [entry.line, entry.role.value]


def _read_article(stored: Mapping[str, Any]) -> DraftArticle:
    entries = tuple(_read_entry(entry) for entry in stored["lines"])
    kind = ArticleKind(stored["kind"]) if stored["kind"] else None
    return DraftArticle(stored["key"], entries, stored["under"], kind)


def _read_entry(stored: list[Any]) -> Entry:
    line, role, marks = stored if len(stored) > 2 else (*stored, {})
    return Entry(
        line,
        Role(role),
        marks.get("joined", False),
        marks.get("before"),
        marks.get("after"),
        marks.get("whole", False),
    )
