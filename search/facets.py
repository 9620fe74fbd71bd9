"""Counts of facet values -> what a reader chooses from: labels, links, and for regions a tree."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.models import Genre, Initiative, Newspaper
from search.fields import DATE, GENRE, NEWSPAPER, PROGRAMME, REGION, UNDATED, YEAR
from search.ranges import show_range, year_range
from search.regions import Region, read_regions
from search.request import SearchRequest

Counts = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class FacetNode:
    """A value of a facet. `url` chooses it, or gives it up if it is chosen; `count` is its number of hits."""

    value: str
    label: str
    count: int
    is_chosen: bool
    url: str
    children: tuple["FacetNode", ...] = ()


def read_labels(facet: str, values: Iterable[str]) -> dict[str, str]:
    """Return the names that readers know values by; a value that has gone from the archive is left out."""
    wanted = [value for value in values if value]
    if facet == REGION:
        regions = read_regions()
        return {code: regions[code].name for code in wanted if code in regions}
    if facet == PROGRAMME:
        return dict(Initiative.objects.filter(slug__in=wanted).values_list("slug", "name"))
    if facet == NEWSPAPER:
        return dict(Newspaper.objects.filter(slug__in=wanted).values_list("slug", "name"))
    if facet == GENRE:
        return {value: str(Genre(value).label) for value in wanted if value in Genre.values}
    if facet in (YEAR, DATE):
        return {value: _("日期不详") if value == UNDATED else show_range(value) for value in wanted}
    return {value: value for value in wanted}


def flat_nodes(request: SearchRequest, facet: str, counts: Counts) -> tuple[FacetNode, ...]:
    """Return the values of a facet without levels; a chosen one stays in the list when nothing has it."""
    chosen = request.chosen(facet)
    counted = dict(counts)
    values = [*counted, *(value for value in chosen if value not in counted)]
    labels = read_labels(facet, values)
    nodes = [
        FacetNode(value, labels[value], counted.get(value, 0), value in chosen, _toggle(request, facet, value))
        for value in values
        if value in labels
    ]
    return _open_first(nodes)


def _open_first(nodes: list[FacetNode]) -> tuple[FacetNode, ...]:
    """Put what is chosen, or holds what is, before the rest: a long list is folded after its first values."""
    return tuple(sorted(nodes, key=lambda node: not (node.is_chosen or node.children)))


def count_years(counts: Counts) -> dict[int, int]:
    """Return the counts of years without that of reports that have none."""
    return {int(year): count for year, count in counts if year != UNDATED}


def undated_nodes(request: SearchRequest, counts: Counts) -> tuple[FacetNode, ...]:
    """Return the entry of reports without a year, nothing where there are none and they are not chosen."""
    count, is_chosen = dict(counts).get(UNDATED, 0), UNDATED in request.chosen(YEAR)
    if not count and not is_chosen:
        return ()
    label = read_labels(YEAR, [UNDATED])[UNDATED]
    return (FacetNode(UNDATED, label, count, is_chosen, year_url(request, UNDATED)),)


def year_nodes(request: SearchRequest, counts: Counts) -> tuple[FacetNode, ...]:
    """Return the years that have hits, in order; a year within a chosen range counts as chosen."""
    ranges = [year_range(value) for value in request.chosen(YEAR) if value != UNDATED]
    return tuple(
        FacetNode(
            str(year),
            str(year),
            count,
            any((first or 0) <= year <= (last or 9999) for first, last in ranges),
            year_url(request, str(year)),
        )
        for year, count in sorted(count_years(counts).items())
    )


def year_url(request: SearchRequest, year: str) -> str:
    """Return the address that chooses a year or gives it up; a chosen range makes way for the year."""
    single = [value for value in request.chosen(YEAR) if ".." not in value]
    return _toggle(request.choose(YEAR, single), YEAR, year)


def _toggle(request: SearchRequest, facet: str, value: str) -> str:
    chosen = request.chosen(facet)
    if value in chosen:
        return request.without(facet, value).url
    return request.choose(facet, (*chosen, value)).url


def region_nodes(request: SearchRequest, counts: Counts) -> tuple[FacetNode, ...]:
    """Return the tree of regions: all provinces that have hits, and what lies in those that are chosen or open.

    A region is open when it or something in it is chosen, or when it is the only one on its level. Choosing a
    region gives up those above it and in it: the hits are then as many as its count says.
    """
    counted = dict(counts)
    chosen = request.chosen(REGION)
    regions = read_regions()
    inside: dict[str, list[Region]] = defaultdict(list)
    for code in [*counted, *(code for code in chosen if code not in counted)]:
        if region := regions.get(code):
            inside[region.above[-1] if region.above else ""].append(region)
    opened = {above for code in chosen if code in regions for above in (*regions[code].above, code)}

    def build(level: list[Region]) -> tuple[FacetNode, ...]:
        nodes = [
            FacetNode(
                region.code,
                region.name,
                counted.get(region.code, 0),
                region.code in chosen,
                _toggle_region(request, region, regions.get),
                build(inside[region.code]) if region.code in opened or len(level) == 1 else (),
            )
            for region in level
        ]
        return _open_first(nodes)

    return build(inside[""])


def _toggle_region(request: SearchRequest, region: Region, look_up: Callable[[str], Region | None]) -> str:
    chosen = request.chosen(REGION)
    if region.code in chosen:
        return request.without(REGION, region.code).url

    def is_related(code: str) -> bool:
        other = look_up(code)
        return code in region.above or (other is not None and region.code in other.above)

    return request.choose(REGION, [*(code for code in chosen if not is_related(code)), region.code]).url
