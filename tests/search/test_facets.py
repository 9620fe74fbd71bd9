"""Facets: counts into a tree of regions, labels and links."""

import pytest
from django.http import QueryDict

from archive.models import Article
from search.facets import FacetNode, flat_nodes, region_nodes, undated_nodes, year_nodes
from search.request import SearchRequest, read_request

pytestmark = pytest.mark.django_db

COUNTS = [("510000", 5), ("510500", 3), ("510502", 2), ("500000", 1), ("500112", 1)]


@pytest.fixture
def names(reports: dict[str, Article]) -> None:
    """The regions of reports.py."""


def chosen_after(node: FacetNode) -> tuple[str, ...]:
    return read_request(QueryDict(node.url.partition("?")[2])).chosen("region")


def find(nodes: tuple[FacetNode, ...], value: str) -> FacetNode | None:
    for node in nodes:
        if found := node if node.value == value else find(node.children, value):
            return found
    return None


def tree(*chosen: str) -> tuple[FacetNode, ...]:
    return region_nodes(SearchRequest("q", {"region": chosen} if chosen else {}), COUNTS)


def test_at_first_only_provinces_are_shown(names: None) -> None:
    assert [(node.label, node.count, node.children) for node in tree()] == [("四川省", 5, ()), ("重庆市", 1, ())]


def test_a_chosen_province_opens(names: None) -> None:
    province = tree("510000")[0]
    assert province.is_chosen
    assert [child.label for child in province.children] == ["泸州市"]


def test_the_only_province_is_open(names: None) -> None:
    nodes = region_nodes(SearchRequest("q"), COUNTS[:3])
    assert find(nodes, "510502") is not None


def test_choosing_inside_a_chosen_region_narrows(names: None) -> None:
    city = find(tree("510000"), "510500")
    assert city is not None
    assert chosen_after(city) == ("510500",)


def test_choosing_above_a_chosen_region_widens(names: None) -> None:
    assert chosen_after(tree("510500")[0]) == ("510000",)


def test_choosing_beside_a_chosen_region_adds(names: None) -> None:
    assert chosen_after(tree("510500")[1]) == ("510500", "500000")


def test_choosing_a_chosen_region_gives_it_up(names: None) -> None:
    assert chosen_after(tree("510000")[0]) == ()


def test_a_chosen_region_without_hits_stays_in_the_tree(names: None) -> None:
    node = find(tree("510101"), "510101")
    assert node is not None
    assert (node.count, node.is_chosen) == (0, True)


def test_a_code_that_no_region_has_is_no_error(names: None) -> None:
    assert len(tree("999999")) == 2


def test_years_in_a_range_are_chosen_and_a_click_makes_way_for_the_year() -> None:
    request = SearchRequest("q", {"year": ("2008..2010",)})
    nodes = year_nodes(request, [("2013", 1), ("2009", 2)])
    assert [(node.value, node.is_chosen) for node in nodes] == [("2009", True), ("2013", False)]
    assert read_request(QueryDict(nodes[1].url.partition("?")[2])).chosen("year") == ("2013",)


@pytest.mark.parametrize(
    ("chosen", "counts", "expected"),
    [
        ((), [("2013", 4), ("undated", 2)], [(2, False, ("undated",))]),
        (("2013",), [("undated", 2)], [(2, False, ("2013", "undated"))]),
        (("2008..2010",), [("undated", 2)], [(2, False, ("undated",))]),
        (("2013", "undated"), [("2013", 4)], [(0, True, ("2013",))]),
        ((), [("2013", 4)], []),
    ],
)
def test_reports_without_a_year_are_an_entry_beside_the_years(
    chosen: tuple[str, ...], counts: list[tuple[str, int]], expected: list[tuple[int, bool, tuple[str, ...]]]
) -> None:
    request = SearchRequest("q", {"year": chosen} if chosen else {})
    nodes = undated_nodes(request, counts)
    years = [read_request(QueryDict(node.url.partition("?")[2])).chosen("year") for node in nodes]
    assert [(node.count, node.is_chosen) for node in nodes] == [each[:2] for each in expected]
    assert years == [each[2] for each in expected]
    assert all(node.value != "undated" for node in year_nodes(request, counts))


def test_programmes_are_shown_by_name(names: None) -> None:
    nodes = flat_nodes(SearchRequest("q"), "programme", [("song-qingliang", 2), ("gone", 1)])
    assert [(node.label, node.count) for node in nodes] == [("送清凉", 2)]
