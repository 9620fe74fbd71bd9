"""Articles in the database -> the fields that are indexed of them, in four queries whatever their number."""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from archive.body import printed_text
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson

Prepared = dict[str, Any]

# A sort key is the date as eight digits, then the article's key: one number orders days and, in a day, articles.
_DAY = 10**10
_UNDATED = 99_999_999
# The order of places: a code of six digits, the days before a far day, the article's key.
_NOWHERE = 999_999
_FAR_DAY = datetime.date(2173, 1, 1)
_FIVE_DIGITS, _SEVEN_DIGITS = 10**5, 10**7

_COLUMNS = (
    "pk", "kicker", "headline", "subhead", "byline", "dateline", "body", "date", "genre", "newspaper__slug",
)  # fmt: skip


def newest_key(date: datetime.date | None, pk: int) -> int:
    """Return the number that puts the newest article first when ordered downwards; small without a date."""
    return (int(date.strftime("%Y%m%d")) if date else 0) * _DAY + pk


def oldest_key(date: datetime.date | None, pk: int) -> int:
    """Return the number that puts the oldest article first when ordered upwards; large without a date."""
    return (int(date.strftime("%Y%m%d")) if date else _UNDATED) * _DAY + pk


def place_key(codes: Sequence[str], date: datetime.date | None, pk: int) -> int:
    """Return the number that orders articles by their first place, the newest of a place first; upwards."""
    days = min(max((_FAR_DAY - date).days, 0), _FIVE_DIGITS - 1) if date else _FIVE_DIGITS - 1
    code = int(codes[-1]) if codes else _NOWHERE
    return (code * _FIVE_DIGITS + days) * _SEVEN_DIGITS + pk % _SEVEN_DIGITS


def day_range(first: datetime.date | None, last: datetime.date | None) -> tuple[int, int]:
    """Return the first and the last of the keys of `newest_key` that lie in a range of days; None is open."""
    start = int(first.strftime("%Y%m%d")) if first else 1
    end = int(last.strftime("%Y%m%d")) if last else _UNDATED
    return start * _DAY, (end + 1) * _DAY - 1


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
    people = _read_people(ids)
    rows = Article.objects.shown().filter(pk__in=ids).order_by("pk").values_list(*_COLUMNS)
    return [_prepare(row, places.get(row[0], []), programmes.get(row[0], ()), people.get(row[0], {})) for row in rows]


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


def _read_people(ids: Collection[int]) -> dict[int, dict[str, None]]:
    """Return the names of those who made each article, in order, without the spaces that part some names in print."""
    people: dict[int, dict[str, None]] = defaultdict(dict)
    for article, name in ArticlePerson.objects.filter(article__in=ids).order_by("pk").values_list("article_id", "name"):
        if joined := "".join(name.split()):
            people[article][joined] = None
    return people


def _prepare(
    row: tuple[Any, ...], places: list[list[str]], programmes: Iterable[str], people: Iterable[str]
) -> Prepared:
    pk, kicker, headline, subhead, byline, dateline, body, date, genre, newspaper = row
    prepared = {
        "text": join_parts((kicker, headline, subhead, byline, dateline), body),
        "headline": "\n\n".join(filter(None, (kicker, headline))),
        "region": list(dict.fromkeys(code for codes in places for code in codes)),
        "places": places,
        "programme": sorted(programmes),
        "newspaper": [newspaper] if newspaper else [],
        "genre": [genre],
        "byline": list(people),
        "year": date.year if date else None,
        "newest": newest_key(date, pk),
        "oldest": oldest_key(date, pk),
        "place_order": place_key(places[0] if places else (), date, pk),
    }
    content = json.dumps(prepared, ensure_ascii=False)
    prepared["content_hash"] = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    prepared["id"] = pk
    return prepared
