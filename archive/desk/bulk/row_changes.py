"""Bulk import: an article and what a row says of it -> what the row changes, and what it may not change back.

What an article had already in one of its versions, and a person has changed since, stays as the person left it: a
table that comes in once more takes nobody's correction back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from archive.desk.bulk.columns import Column
from archive.desk.editing.entry import Fact, FactKind, read_article
from archive.desk.vocabulary import Vocabulary
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson, Genre, Status

PLAIN = (Column.KICKER, Column.HEADLINE, Column.SUBHEAD, Column.BYLINE, Column.DATELINE, Column.GENRE, Column.BODY)
FACTS = (Column.PLACES, Column.PROGRAMMES, Column.PEOPLE)
_COLUMNS = dict(zip((FactKind.PLACE, FactKind.PROGRAMME, FactKind.PERSON), FACTS, strict=True))


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says beside its texts: the number of a page, links, a status; empty where it says nothing."""

    number: int | None
    facts: tuple[Fact, ...]
    status: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A column in which a row has something else than its article, with both texts."""

    column: Column
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChanges:
    """What a row has different from its article: `made` it changes, `kept` is what a person left otherwise."""

    made: tuple[CellChange, ...] = ()
    kept: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that it changes."""
        return tuple(change.column for change in self.made)


def find_changes(article: Article, before: Mapping[str, str], given: Given, vocabulary: Vocabulary) -> RowChanges:
    """Return what a row changes in an article; its texts are set on it already, `before` has those that are stored."""
    found = (
        *_compare_texts(article, before),
        *_compare_page(article, given.number),
        *_compare_links(article, given.facts, vocabulary),
        *_compare_status(article, given.status),
    )
    made = tuple(change for change, was_there in found if not was_there)
    return RowChanges(made, tuple(change.column for change, was_there in found if was_there))


def had_link(article: Article, fact: Fact) -> bool:
    """Return whether an article has, or ever had, the link that a fact is."""
    if fact.kind is FactKind.PERSON:
        links = ArticlePerson.history.filter(name=fact.key)
    elif fact.kind is FactKind.PROGRAMME:
        links = ArticleInitiative.history.filter(initiative_id=int(fact.key))
    else:
        links = ArticleCity.history.filter(Q(city_id=fact.key) | Q(city_id=None, province_id=fact.key))
    return bool(links.filter(article_id=article.pk).exists())


Compared = Iterator[tuple[CellChange, bool]]


def _had_value(article: Article, field: str, value: object) -> bool:
    return bool(article.history.filter(**{field: value}).exists())


def _compare_texts(article: Article, before: Mapping[str, str]) -> Compared:
    for column in PLAIN:
        after = getattr(article, column)
        if after.strip() != before[column].strip():
            texts = (before[column], after)
            shown = (str(Genre(text).label) for text in texts) if column is Column.GENRE else texts
            yield CellChange(column, *shown), _had_value(article, column, after)


def _compare_page(article: Article, number: int | None) -> Compared:
    present = article.page.number if article.page else None
    if number is not None and number != present:
        yield CellChange(Column.PAGE, str(present or ""), str(number)), _had_value(article, "page__number", number)


def _compare_links(article: Article, facts: Iterable[Fact], vocabulary: Vocabulary) -> Compared:
    """Yield for each kind of links the new ones, and those that were there once."""
    linked = read_article(article, 0).facts
    present = {fact.name for fact in linked}
    missing = [fact for fact in facts if fact.name not in present]
    were_there = {fact.name for fact in missing if had_link(article, fact)}
    for kind, column in _COLUMNS.items():
        for was_there in (False, True):
            new = [fact for fact in missing if fact.kind is kind and (fact.name in were_there) == was_there]
            before = [fact for fact in linked if fact.kind is kind]
            if new:
                texts = (_join(before, vocabulary), _join((*before, *new), vocabulary))
                yield CellChange(column, *texts), was_there


def _compare_status(article: Article, status: str) -> Compared:
    """Yield the step of a draft towards its readers."""
    if article.status == Status.DRAFT and status not in ("", Status.DRAFT):
        labels = (str(Status.DRAFT.label), str(Status(status).label))
        yield CellChange(Column.STATUS, *labels), _had_value(article, "status", status)


def _join(facts: Iterable[Fact], vocabulary: Vocabulary) -> str:
    programmes = {str(programme.key): programme.names[0] for programme in vocabulary.programmes}
    places = vocabulary.gazetteer.places
    names = (programmes.get(fact.key) or (places[fact.key].name if fact.key in places else fact.key) for fact in facts)
    return "、".join(names)
