"""Segmentation, its result on paper: a proposal -> the plain form in which splits are exchanged and scored."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from archive.extraction.gazetteer import Place
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import ArticleDraft, PageProposal


class ArticleSplit(TypedDict):
    """An article by the numbers of its lines; `body` in reading order, `place` by its full name."""

    section: list[int]
    kicker: list[int]
    headline: list[int]
    subhead: list[int]
    byline: list[int]
    captions: list[int]
    body: list[int]
    joins: list[tuple[int, int]]
    kind: str
    place: str | None
    people: list[str]


class PageSplit(TypedDict):
    """A page by the numbers of its lines; pairs of copy and original; `offers` by line, the best first."""

    paper: str | None
    date: str | None
    page: int | None
    noise: list[int]
    duplicates: list[tuple[int, int]]
    articles: list[ArticleSplit]
    offers: dict[int, list[int]]


def describe_split(proposal: PageProposal, places: Mapping[str, Place]) -> PageSplit:
    """Return a proposal by line numbers, ready to be written as JSON."""
    folio = proposal.folio
    is_whole_date = folio.date is not None and folio.precision == "day"
    return {
        "paper": folio.newspaper or None,
        "date": str(folio.date) if is_whole_date else None,
        "page": folio.number,
        "noise": list(proposal.noise),
        "duplicates": list(proposal.duplicates),
        "articles": [_describe_article(article, places) for article in proposal.articles],
        "offers": {offer.line: [option.line for option in offer.options] for offer in proposal.offers},
    }


def _describe_article(article: ArticleDraft, places: Mapping[str, Place]) -> ArticleSplit:
    """Return one article by line numbers."""
    return {
        "section": _number(article.section),
        "kicker": _number(article.kicker),
        "headline": _number(article.headline),
        "subhead": _number(article.subhead),
        "byline": _number(article.byline),
        "captions": _number(article.captions),
        "body": _number(article.body),
        "joins": list(article.joins),
        "kind": article.kind.value,
        "place": places[article.place.code].name if article.place else None,
        "people": [person.name for person in article.people],
    }


def _number(lines: Iterable[Paragraph]) -> list[int]:
    """Return the numbers of lines."""
    return [line.number for line in lines]
