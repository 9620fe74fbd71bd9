"""Bulk import: rows of a table -> the article that each already is in the archive, and those that look like it."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.body import printed_text
from archive.desk.bulk.cells import read_date_cell, read_newspaper_cell
from archive.desk.bulk.columns import Row
from archive.desk.fingerprint import fold_text, make_sketch, measure_likeness
from archive.desk.near_duplicates import LOOKS_ALIKE
from archive.desk.shingling import text_of
from archive.models import Article, ArticleShingle, Status
from archive.models.precision import date_slug

_ROWS_AT_ONCE = 100
_LEAST_SHARED = 2
_LOOKED_AT = 8
_SAME = 2.0

# What makes a row or a version of an article one report: paper, date, folded text.
Identity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Similar:
    """An article with nearly the text of a row: the same report in another paper, or on another day."""

    article: int
    headline: str
    percent: int


@dataclass(frozen=True, slots=True)
class Match:
    """What makes a row one report, and what the archive has of it: the very article, or only similar ones."""

    identity: Identity
    article: Article | None = None
    similar: tuple[Similar, ...] = ()


def find_matches(rows: Sequence[Row]) -> Mapping[int, Match]:
    """Return by number of row what is known of it, in a few queries for every hundred rows."""
    matches: dict[int, Match] = {}
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        matches.update(_match_batch(rows[start : start + _ROWS_AT_ONCE]))
    return matches


def _match_batch(rows: Sequence[Row]) -> Iterator[tuple[int, Match]]:
    identities = {row.number: _identify_row(row) for row in rows}
    candidates = _find_candidates(rows, identities)
    keys = {key for found in candidates.values() for key in found}
    articles = Article.objects.select_related("newspaper", "page").defer("page__text").in_bulk(keys)
    versions = _identify_versions(articles)
    for row in rows:
        identity = identities[row.number]
        found = [articles[key] for key in candidates[row.number] if key in articles]
        were_the_row = {article.pk for article in found if identity in versions[article.pk]}
        yield row.number, _choose_match(row, identity, found, were_the_row)


def _identify_row(row: Row) -> Identity:
    """Return the paper and the date of a row, and its text without marks and spaces."""
    text = f"{row.cells['headline']}\n{printed_text(row.cells['body'])}"
    return (*_issue_of_row(row), fold_text(text))


def _identify_versions(keys: Iterable[int]) -> Mapping[int, set[Identity]]:
    """Return by key what articles are and were: a row may be what a person has corrected since."""
    found: dict[int, set[Identity]] = defaultdict(set)
    versions = Article.history.filter(id__in=list(keys)).values_list(
        "id", "newspaper__name", "date", "date_precision", "headline", "body"
    )
    for key, newspaper, date, precision, headline, body in versions.iterator():
        text = fold_text(f"{headline}\n{printed_text(body)}")
        found[key].add((newspaper or "", _write_date(date, precision), text))
    return found


def _find_candidates(rows: Sequence[Row], identities: Mapping[int, Identity]) -> Mapping[int, Sequence[int]]:
    """Return by number of row the keys of articles with its headline, and of those with the most of its runs."""
    sketches = {number: make_sketch(text) for number, (_paper, _date, text) in identities.items()}
    by_headline = _keys_by_headline({row.cells["headline"] for row in rows} - {""})
    by_value = _keys_by_value({value for sketch in sketches.values() for value in sketch})
    candidates = {}
    for row in rows:
        sketch = sketches[row.number]
        shared = Counter(key for value in sketch for key in by_value.get(value, ()))
        least = min(_LEAST_SHARED, len(sketch))
        near = [key for key, count in shared.most_common(_LOOKED_AT) if count >= least]
        candidates[row.number] = list(dict.fromkeys((*by_headline.get(row.cells["headline"], ()), *near)))
    return candidates


def _keys_by_headline(headlines: Iterable[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for headline, key in Article.objects.filter(headline__in=headlines).values_list("headline", "pk"):
        found[headline].append(key)
    return found


def _keys_by_value(values: Iterable[int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for value, key in ArticleShingle.objects.filter(value__in=values).values_list("value", "article"):
        found[value].append(key)
    return found


def _choose_match(row: Row, identity: Identity, candidates: Iterable[Article], were_the_row: Container[int]) -> Match:
    """Return the candidate that is the row, and the others that look like it.

    In the same paper of the same day it is the article with the same text, now or in a version, or with the same
    headline and a text that looks like it.
    """
    headline, (*issue, text) = row.cells["headline"], identity
    known: list[tuple[float, Article]] = []
    similar: list[Similar] = []
    for article in candidates:
        was_the_row = article.pk in were_the_row
        likeness = _measure(text, fold_text(text_of(article)))
        if likeness < LOOKS_ALIKE and not was_the_row:
            continue
        has_its_headline = bool(headline and article.headline == headline)
        if was_the_row or ((likeness == _SAME or has_its_headline) and _issue_of(article) == tuple(issue)):
            known.append((likeness, article))
        elif article.status != Status.WITHDRAWN:
            similar.append(Similar(article.pk, article.display_headline, int(min(likeness, 1) * 100)))
    best = max(known, key=lambda pair: pair[0], default=None)
    return Match(identity, best[1] if best else None, tuple(sorted(similar, key=lambda one: -one.percent)))


def _measure(one: str, other: str) -> float:
    """Return the likeness of two folded texts; that of the same text is higher than any other."""
    return _SAME if one == other else measure_likeness(one, other)


def _issue_of_row(row: Row) -> tuple[str, str]:
    """Return the paper and the date of a row; a date that cannot be read is as it is written."""
    try:
        date, precision = read_date_cell(row.cells["date"])
    except ValueError:
        return read_newspaper_cell(row.cells["newspaper"]), row.cells["date"]
    return read_newspaper_cell(row.cells["newspaper"]), _write_date(date, precision)


def _issue_of(article: Article) -> tuple[str, str]:
    """Return the paper and the date of an article, as `_issue_of_row` has them."""
    date = _write_date(article.date, article.date_precision)
    return (article.newspaper.name if article.newspaper else ""), date


def _write_date(date: datetime.date | None, precision: str) -> str:
    return date_slug(date, precision) if date else ""
