"""The addresses that the benchmark of pages asks for."""

from benchmarks.pages import Paths
from benchmarks.query import Kind, Query

QUERIES = [
    Query(Kind.TWO_WORDS, "工会 职工"),
    Query(Kind.CHOICE, "工资", {"region": ("510000",), "year": ("2008", "2009")}),
]


def test_results_are_asked_for_with_choices():
    paths = Paths(QUERIES, 10).draw("results", 30)
    assert "/search/?q=%E5%B7%A5%E8%B5%84&region=510000&year=2008&year=2009" in paths


def test_addresses_are_the_same_in_every_run():
    assert Paths(QUERIES, 10).draw("article", 20) == Paths(QUERIES, 10).draw("article", 20)


def test_regions_are_those_that_queries_choose():
    assert set(Paths(QUERIES, 10).draw("region", 5)) == {"/regions/510000/"}
