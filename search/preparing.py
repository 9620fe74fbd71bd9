"""Articles in the database -> the fields that are indexed of them, in three queries whatever their number."""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from archive.body import printed_text
from archive.models import Article, ArticleCity, ArticleInitiative

Prepared = dict[str, Any]

# A sort key is the date as eight digits, then the article's key: one number orders days and, in a day, articles.
_DAY = 10**10
_UNDATED = 99_999_999

_COLUMNS = (
    "pk", "kicker", "headline", "subhead", "byline", "dateline", "body", "date", "genre", "newspaper__slug",
)  # fmt: skip


def newest_key(date: datetime.date | None, pk: int) -> int:
    """Return the number that puts the newest article first when ordered downwards; small without a date."""
    return (int(date.strftime("%Y%m%d")) if date else 0) * _DAY + pk


def oldest_key(date: datetime.date | None, pk: int) -> int:
    """Return the number that puts the oldest article first when ordered upwards; large without a date."""
    return (int(date.strftime("%Y%m%d")) if date else _UNDATED) * _DAY + pk


def join_parts(parts: Iterable[str], body: str) -> str:
    """Return all printed words of an article; a run does not go from one part into the next."""
    return "\n\n".join([*filter(None, parts), printed_text(body)])


def prepare_articles(ids: Collection[int]) -> list[Prepared]:
    """Return what is indexed of those of the articles that readers may see, in the order of their keys.

    `content_hash` tells whether an index holds the same. Facets hold codes and addresses, so that a new name needs
    no new index.
    """
    places = _read_places(ids)
    programmes = _read_programmes(ids)
    rows = Article.objects.shown().filter(pk__in=ids).order_by("pk").values_list(*_COLUMNS)
    return [_prepare(row, places.get(row[0], []), programmes.get(row[0], ())) for row in rows]


def _read_places(ids: Collection[int]) -> dict[int, list[list[str]]]:
    """Return the places of each article, each as its codes from the province down."""
    places: dict[int, list[list[str]]] = defaultdict(list)
    links = ArticleCity.objects.filter(article__in=ids).order_by("pk")
    for article, *codes in links.values_list("article_id", "province_id", "city__parent_id", "city_id"):
        places[article].append([code for code in codes if code])
    return places


def _read_programmes(ids: Collection[int]) -> dict[int, set[str]]:
    programmes: dict[int, set[str]] = defaultdict(set)
    links = ArticleInitiative.objects.filter(article__in=ids).order_by()
    for article, slug in links.values_list("article_id", "initiative__slug"):
        programmes[article].add(slug)
    return programmes


def _prepare(row: tuple[Any, ...], places: list[list[str]], programmes: Iterable[str]) -> Prepared:
    pk, kicker, headline, subhead, byline, dateline, body, date, genre, newspaper = row
    prepared = {
        "text": join_parts((kicker, headline, subhead, byline, dateline), body),
        "headline": "\n\n".join(filter(None, (kicker, headline))),
        "region": list(dict.fromkeys(code for codes in places for code in codes)),
        "places": places,
        "programme": sorted(programmes),
        "newspaper": [newspaper] if newspaper else [],
        "genre": [genre],
        "year": date.year if date else None,
        "newest": newest_key(date, pk),
        "oldest": oldest_key(date, pk),
    }
    content = json.dumps(prepared, ensure_ascii=False)
    prepared["content_hash"] = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    prepared["id"] = pk
    return prepared
