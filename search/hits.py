"""The keys of hits -> their articles, with no more of their relations than a list of hits shows.

A model instance for every link and all that it points to would take longer than the search itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive.models import Article, ArticleCity, ArticleInitiative, Initiative
from search.regions import read_region


@dataclass(frozen=True, slots=True)
class HitPlace:
    """A place that a hit is about, as a list names it."""

    line: str


@dataclass(frozen=True, slots=True)
class HitProgramme:
    """A programme that a hit reports on: its name and its address."""

    initiative: Initiative


def load_hits(keys: Iterable[int]) -> dict[int, Article]:
    """Return the articles that readers may see, by key, in three queries.

    Read anything of a relation that no list of hits shows, and it costs a query.
    """
    own = [field.name for field in Article._meta.concrete_fields]
    shown = Article.objects.shown().select_related("newspaper", "page")
    articles = shown.only(*own, "newspaper__name", "newspaper__slug", "page__number").in_bulk(list(keys))
    places, programmes = _read_places(articles), _read_programmes(articles)
    for key, article in articles.items():
        article.places, article.programmes = places[key], programmes[key]
    return articles


def _read_places(keys: Iterable[int]) -> dict[int, list[Any]]:
    places = defaultdict(list)
    links = ArticleCity.objects.filter(article__in=keys).order_by("pk")
    for key, province, city in links.values_list("article_id", "province_id", "city_id"):
        places[key].append(HitPlace(read_region(city or province).line))
    return places


def _read_programmes(keys: Iterable[int]) -> dict[int, list[Any]]:
    programmes = defaultdict(list)
    links = ArticleInitiative.objects.filter(article__in=keys).order_by("pk")
    for key, name, slug in links.values_list("article_id", "initiative__name", "initiative__slug"):
        programmes[key].append(HitProgramme(Initiative(name=name, slug=slug)))
    return programmes
