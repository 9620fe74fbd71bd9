"""Regions: which place did what, when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from archive.charts import Matrix, build_matrix, build_tile_map, build_year_bars
from archive.models import ArticleCity, ArticleInitiative, City, FormerName, Initiative, Province
from archive.views.counts import (
    YearCounts,
    articles_in,
    count_by_city,
    count_by_district,
    count_by_programme_and_year,
    count_by_province,
    count_by_year,
    links_to,
    results_url,
    sum_by_key,
)
from archive.views.listing import list_articles, newest_first

MOST_PROGRAMMES = 30


@dataclass(frozen=True, slots=True)
class Part:
    """A region and its number of reports."""

    region: Province | City
    count: int


@dataclass(frozen=True, slots=True)
class ProvinceParts:
    """A province with its cities that have reports."""

    province: Province
    count: int
    cities: tuple[Part, ...]


def count_parts(regions: Iterable[City], counts: dict[str, int]) -> tuple[Part, ...]:
    """Return the regions that have reports, the most first."""
    parts = [Part(region, counts[region.pk]) for region in regions if counts.get(region.pk)]
    return tuple(sorted(parts, key=lambda part: (-part.count, part.region.pk)))


def count_provinces(counts: dict[str, int]) -> tuple[ProvinceParts, ...]:
    """Return all provinces in the order of their codes."""
    by_city = count_by_city(ArticleCity.objects.all())
    cities: dict[str, list[City]] = {}
    for city in City.objects.filter(pk__in=by_city.keys()):
        cities.setdefault(city.province_id, []).append(city)
    return tuple(
        ProvinceParts(province, counts.get(province.pk, 0), count_parts(cities.get(province.pk, []), by_city))
        for province in Province.objects.all()
    )


def regions(request: HttpRequest) -> HttpResponse:
    """List the provinces and their cities that have reports."""
    counts = count_by_province(ArticleCity.objects.all())
    provinces = count_provinces(counts)
    context = {
        "tile_map": build_tile_map(counts, lambda code: Province(code).get_absolute_url()),
        "provinces": [one for one in provinces if one.count],
        "without_reports": [one.province for one in provinces if not one.count],
    }
    return render(request, "archive/regions.html", context)


def find_region(code: str) -> Province | City:
    """Return the province or city of a code; raise Http404 where there is none."""
    cities = City.objects.select_related("province", "parent")
    found = Province.objects.filter(pk=code).first() or cities.filter(pk=code).first()
    if found is None:
        raise Http404
    return found


def regions_above(region: Province | City) -> tuple[Province | City, ...]:
    """Return what a region lies in, the province first."""
    if isinstance(region, Province):
        return ()
    return (region.province, region.parent) if region.parent else (region.province,)


def regions_below(region: Province | City) -> tuple[Part, ...]:
    """Return the regions directly in a region that have reports, the most first."""
    counts = count_by_city(links_to(region)) if isinstance(region, Province) else count_by_district(region)
    return count_parts(City.objects.filter(pk__in=counts.keys()), counts)


def former_names(region: Province | City) -> list[FormerName]:
    """Return the names a region or a part of it had earlier."""
    if isinstance(region, Province):
        return []
    return list(FormerName.objects.filter(city=region).exclude(name=region.name))


def build_time_line(region: Province | City, counts: YearCounts) -> Matrix:
    """Return the programmes of a region by year, those with the most reports first."""
    slugs = list(sum_by_key(counts))[:MOST_PROGRAMMES]
    programmes = {one.slug: one for one in Initiative.objects.filter(slug__in=slugs)}
    return build_matrix(
        [(slug, programmes[slug].name, programmes[slug].get_absolute_url()) for slug in slugs],
        {key: count for key, count in counts.items() if key[0] in programmes},
        lambda slug, year: results_url(region=region.pk, programme=slug, year=year),
    )


def region(request: HttpRequest, code: str) -> HttpResponse:
    """Show a region's reports by year and programme, what it lies in and what lies in it."""
    found = find_region(code)
    articles = articles_in(found)
    programmes = ArticleInitiative.objects.filter(article__in=links_to(found).values("article"))
    years = count_by_year(articles)
    listing = list_articles(request, newest_first(articles))
    context = {
        "region": found,
        "above": regions_above(found),
        "below": regions_below(found),
        "former_names": former_names(found),
        "year_bars": build_year_bars(years, lambda year: results_url(region=code, year=year)),
        "undated": listing.total - sum(years.values()),
        "time_line": build_time_line(found, count_by_programme_and_year(programmes)),
        "listing": listing,
        "results_url": results_url(region=code),
    }
    return render(request, "archive/region.html", context)
