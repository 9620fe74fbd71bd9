"""The answer to an empty query and the last arrivals -> what the first page shows of the archive."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from archive.charts import build_tile_map, build_year_bars
from archive.models import Category, Initiative
from archive.views.counts import count_cities
from search.arrivals import newest_reports
from search.facets import count_years
from search.fields import PROGRAMME, REGION, UNDATED, YEAR
from search.find import Answer
from search.request import SearchRequest

EXAMPLES = ("面心实", "“三分类三升级”", "农民工 追讨工资", "送清凉 city:四川", "year:2008..2013 工资集体协商")
_PER_CATEGORY = 6
_MOST_LATEST = 6
# To count the cities of 100,000 reports takes as long as a third of this page: it is done when the number of reports
# is another, else once in this time.
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """A programme and its number of reports."""

    name: str
    url: str
    count: int


def build_home(answer: Answer) -> dict[str, Any]:
    """Return the context of the first page."""
    provinces = {code: count for code, count in answer.counts[REGION] if code.endswith("0000")}
    years = count_years(answer.counts[YEAR])
    everything = SearchRequest()
    return {
        "total": answer.total,
        "province_count": len(provinces),
        "city_count": cache.get_or_set(f"cities_among_{answer.total}", count_cities, _SECONDS),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "examples": EXAMPLES,
        "tile_map": build_tile_map(provinces, lambda code: everything.choose(REGION, [code]).url),
        "year_bars": build_year_bars(years, lambda year: everything.choose(YEAR, [str(year)]).url),
        "undated": answer.total - sum(years.values()),
        "undated_url": everything.choose(YEAR, [UNDATED]).url,
        "programme_groups": _group_programmes(dict(answer.counts[PROGRAMME])),
        "latest": newest_reports(_MOST_LATEST),
    }


def _group_programmes(counts: dict[str, int]) -> list[tuple[str, list[ProgrammeCount]]]:
    groups: dict[str, list[ProgrammeCount]] = defaultdict(list)
    for initiative in Initiative.objects.filter(slug__in=counts):
        groups[initiative.category].append(
            ProgrammeCount(initiative.name, initiative.get_absolute_url(), counts[initiative.slug])
        )
    for programmes in groups.values():
        programmes.sort(key=lambda programme: (-programme.count, programme.name))
    ordered = sorted(groups.items(), key=lambda group: -sum(programme.count for programme in group[1]))
    return [(str(Category(category).label), programmes[:_PER_CATEGORY]) for category, programmes in ordered]
