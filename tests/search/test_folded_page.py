"""Versions of one report that the results have on different pages: shown once, and every report is on a page."""

import re

import pytest
from django.test import Client

from archive.models import Article
from search.families import find_families
from tests.archive.desk.reprints import BRIEF, BRIEF_ELSEWHERE, EDITED, REPORT, TRUNCATED
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db

# By their year; the years between have a report each that is like no other.
VERSIONS = {1950: REPORT, 1960: BRIEF, 1972: EDITED, 1985: TRUNCATED, 1996: BRIEF_ELSEWHERE}
YEARS = range(1950, 2000)
MORE = "这一页还有 {} 篇是前面几页报道的其他版本"


@pytest.fixture(scope="module")
def versions(fill_archive) -> dict[int, Article]:
    """Three pages of results with versions of two reports on all of them, by their year."""

    def add() -> dict[int, Article]:
        add_vocabulary()
        return {year: add_report(f"清凉{year}", VERSIONS.get(year, f"清凉{year}"), f"{year}-07-01") for year in YEARS}

    return fill_archive(add)


def read(client: Client, number: int, **choices: str) -> tuple[list[list[int]], str]:
    """Return the years of each hit of a page, its versions after it, and what the page says."""
    page = client.get("/search/", {"q": "清凉", "sort": "oldest", "p": str(number), **choices}).content.decode()
    hits = [
        re.findall(r"/articles/\d+/[^>]*>(?:<mark>清凉</mark>)(\d+)", hit) for hit in page.split('class="item hit"')[1:]
    ]
    return [[int(year) for year in hit] for hit in hits], re.sub(r"\s+", " ", page)


def test_a_version_on_a_later_page_stands_with_the_first(client: Client, versions) -> None:
    hits, text = read(client, 1)
    assert [hit for hit in hits if len(hit) > 1] == [[1950, 1972, 1985], [1960, 1996]]
    assert text.count("<summary>3 个版本</summary>") == 1
    assert "这一页还有" not in text


def test_a_later_page_says_how_many_of_its_reports_stand_before(client: Client, versions) -> None:
    hits, text = read(client, 2)
    assert [1972] not in hits
    assert MORE.format(2) in text
    hits, text = read(client, 3)
    assert [1996] not in hits
    assert MORE.format(1) in text
    assert "<h1>50 篇</h1>" in text


@pytest.mark.parametrize("sort", ["oldest", "newest", "place", "relevance"])
def test_every_report_is_on_one_page_once(client: Client, versions, sort: str) -> None:
    shown = [year for number in (1, 2, 3) for hit in read(client, number, sort=sort)[0] for year in hit]
    assert sorted(shown) == list(YEARS)


def test_what_a_choice_leaves_out_is_no_version(client: Client, versions) -> None:
    hits, _text = read(client, 1, year="1955..1999")
    assert [hit for hit in hits if len(hit) > 1] == [[1960, 1996], [1972, 1985]]


def test_results_of_one_page_are_folded_without_looking_further(client: Client, versions, monkeypatch) -> None:
    monkeypatch.setattr("search.folded_page.find_families", None)
    hits, _text = read(client, 1, year="1970..1989")
    assert [hit for hit in hits if len(hit) > 1] == [[1972, 1985]]


def test_a_family_is_the_same_whichever_of_it_is_asked_about(versions) -> None:
    families = {frozenset(family) for year in VERSIONS for family in find_families([versions[year].pk])}
    assert families == {frozenset(versions[year].pk for year in years) for years in ((1950, 1972, 1985), (1960, 1996))}


def test_a_page_without_versions_costs_one_query_more(versions, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert find_families([versions[year].pk for year in YEARS if year not in VERSIONS]) == []
