"""Programmes: what each is, and how it spread."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.charts import Matrix, build_matrix, build_tile_map
from archive.models import Article, ArticleCity, Category, Initiative, InitiativeAlias, Province
from archive.views.counts import (
    YearCounts,
    count_by_province,
    count_by_province_and_year,
    count_programmes,
    results_url,
    sum_by_key,
)
from archive.views.listing import list_articles, newest_first

LONGEST_FILTER = 50


@dataclass(frozen=True, slots=True)
class CountedProgramme:
    """A programme and its number of reports."""

    programme: Initiative
    count: int


@dataclass(frozen=True, slots=True)
class ProgrammeGroup:
    """The programmes of one category, those with the most reports first."""

    category: Category
    programmes: tuple[CountedProgramme, ...]


def find_programmes(wanted: str) -> QuerySet[Initiative]:
    """Return the programmes with these words in their name or in one of their other names."""
    aliases = InitiativeAlias.objects.filter(name__icontains=wanted)
    named = Q(name__icontains=wanted) | Q(pk__in=aliases.values("initiative"))
    found = Initiative.objects.filter(named) if wanted else Initiative.objects.all()
    return found.prefetch_related(Prefetch("aliases"))


def group_programmes(programmes: Iterable[Initiative]) -> list[ProgrammeGroup]:
    """Return the categories that have programmes, in their fixed order."""
    counts = count_programmes()
    counted = [CountedProgramme(one, counts.get(one.pk, 0)) for one in programmes]
    counted.sort(key=lambda one: (-one.count, one.programme.name))
    groups = (
        ProgrammeGroup(category, tuple(one for one in counted if one.programme.category == category))
        for category in Category
    )
    return [group for group in groups if group.programmes]


def programmes(request: HttpRequest) -> HttpResponse:
    """List the programmes by category; `?q=` filters them by name."""
    wanted = request.GET.get("q", "").strip()[:LONGEST_FILTER]
    context = {"wanted": wanted, "groups": group_programmes(find_programmes(wanted))}
    return render(request, "archive/programmes.html", context)


def build_spread(slug: str, counts: YearCounts) -> Matrix:
    """Return the reports of a programme by province and year, the province with the most first."""
    provinces = Province.objects.in_bulk(list(sum_by_key(counts)))
    return build_matrix(
        [(code, provinces[code].name, provinces[code].get_absolute_url()) for code in sum_by_key(counts)],
        counts,
        lambda code, year: results_url(programme=slug, region=code, year=year),
    )


def find_first(articles: QuerySet[Article]) -> Article | None:
    """Return the earliest report that has a date."""
    return articles.exclude(date=None).order_by("date", "pk").first()


def known_first_year(programme: Initiative, first: Article | None) -> int | None:
    """Return the year that the vocabulary names as the first, where no report of the archive is earlier."""
    year = programme.first_year
    is_earlier = year and first and first.date and first.date.year < year
    return None if is_earlier else year


def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a programme is, where and when it was reported, and the reports."""
    initiatives = Initiative.objects.select_related("origin_province", "origin_city").prefetch_related("aliases")
    found = get_object_or_404(initiatives, slug=slug)
    articles = Article.objects.published().filter(initiative_links__initiative=found)
    places = ArticleCity.objects.filter(article__initiative_links__initiative=found)
    provinces = count_by_province(places)
    first = find_first(articles)
    context = {
        "programme": found,
        "province_count": len(provinces),
        "first": first,
        "first_year": known_first_year(found, first),
        "undated": articles.filter(date=None).count(),
        "tile_map": build_tile_map(provinces, lambda code: results_url(programme=slug, region=code)),
        "spread": build_spread(slug, count_by_province_and_year(places)),
        "listing": list_articles(request, newest_first(articles)),
        "results_url": results_url(programme=slug),
    }
    return render(request, "archive/programme.html", context)
