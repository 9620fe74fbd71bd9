"""Published reports in the database -> how many there are by place, year and programme, counted in SQL."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import CharField, Count, Exists, IntegerField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, Substr
from django.urls import reverse

from archive.models import Article, ArticleCity, ArticleInitiative, City, Province, Status
from archive.models.article import ArticleQuerySet

YearCounts = dict[tuple[str, int], int]

_PUBLISHED = Q(article__status=Status.PUBLISHED)
_REPORTS = Count("article", distinct=True)


def results_url(**choices: str | int) -> str:
    """Return the address of the results for chosen facet values."""
    return f"{reverse('results')}?{urlencode(choices)}"


def links_to(region: Province | City) -> QuerySet[ArticleCity]:
    """Return the links of reports, published or not, to a region or to what lies in it."""
    links = ArticleCity.objects.order_by()
    if isinstance(region, Province):
        return links.filter(province=region)
    return links.filter(city__in=City.objects.filter(Q(pk=region.pk) | Q(parent=region)).order_by().values("pk"))


def articles_in(region: Province | City) -> ArticleQuerySet:
    """Return the published reports about a region or what lies in it."""
    return Article.objects.published().filter(pk__in=links_to(region).values("article"))


def count_by_province(links: QuerySet[ArticleCity]) -> dict[str, int]:
    """Return the number of published reports of each province, by code."""
    return dict(links.filter(_PUBLISHED).order_by().values_list("province").annotate(_REPORTS))


def count_by_city(links: QuerySet[ArticleCity]) -> dict[str, int]:
    """Return the number of published reports of each city, a district's counted to its city; by code."""
    inside = links.filter(_PUBLISHED).exclude(city=None).order_by()
    return dict(inside.annotate(above=Coalesce("city__parent", "city")).values_list("above").annotate(_REPORTS))


def count_cities() -> int:
    """Return how many cities have published reports, those with a report of one of their districts too.

    Each city is looked up rather than all links read: of 100,000 reports that takes a few milliseconds.
    """
    links = ArticleCity.objects.order_by().filter(_PUBLISHED, city=OuterRef("pk"))
    named = City.objects.order_by().filter(Exists(links))
    return len({code for codes in named.values_list("pk", "parent") for code in codes if code})


def count_by_district(city: City) -> dict[str, int]:
    """Return the number of published reports of each district of a city, by code."""
    inside = ArticleCity.objects.filter(_PUBLISHED, city__in=City.objects.filter(parent=city).order_by().values("pk"))
    return dict(inside.order_by().values_list("city").annotate(_REPORTS))


def _year_of(date: str) -> Cast:
    """Cut the year out of a date as text: SQLite would call Python for each row to take it out of a date."""
    return Cast(Substr(Cast(date, CharField()), 1, 4), IntegerField())


def count_by_year(articles: QuerySet[Article]) -> dict[int, int]:
    """Return the number of reports of each year; those without a date are not counted."""
    dated = articles.exclude(date=None).order_by()
    return dict(dated.annotate(year=_year_of("date")).values_list("year").annotate(Count("pk")))


def count_by_programme_and_year(links: QuerySet[ArticleInitiative]) -> YearCounts:
    """Return the number of published reports by the programme's slug and the year."""
    dated = links.filter(_PUBLISHED).exclude(article__date=None).order_by()
    rows = dated.annotate(year=_year_of("article__date")).values_list("initiative__slug", "year")
    return {(slug, year): count for slug, year, count in rows.annotate(Count("pk"))}


def count_by_province_and_year(links: QuerySet[ArticleCity]) -> YearCounts:
    """Return the number of published reports by the province's code and the year."""
    dated = links.filter(_PUBLISHED).exclude(article__date=None).order_by()
    rows = dated.annotate(year=_year_of("article__date")).values_list("province", "year")
    return {(code, year): count for code, year, count in rows.annotate(_REPORTS)}


def sum_by_key(counts: Mapping[tuple[str, int], int]) -> dict[str, int]:
    """Return the sums over the years, the largest first."""
    sums: dict[str, int] = {}
    for (key, _year), count in counts.items():
        sums[key] = sums.get(key, 0) + count
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def count_programmes() -> dict[int, int]:
    """Return the number of published reports of each programme, by its primary key."""
    links = ArticleInitiative.objects.filter(_PUBLISHED).order_by()
    return dict(links.values_list("initiative").annotate(Count("pk")))
