"""A search among some reports alone, by their keys: what counts of new reports and feeds stand on, on every engine."""

import pytest

from archive.models import Article
from search.engines.contract import Sort
from search.fields import ID
from search.find import find, find_keys
from search.request import SearchRequest

pytestmark = pytest.mark.django_db


def keys_of(reports: dict[str, Article], *names: str) -> set[int]:
    return {reports[name].pk for name in names}


@pytest.mark.parametrize(
    ("text", "among", "found"),
    [
        ("工会", ("luzhou", "heat", "undated"), ("luzhou", "heat")),
        ("", ("luzhou", "undated"), ("luzhou", "undated")),
        ("工会", ("undated",), ()),
        ("农民工 绿豆汤", ("heat", "yubei"), ("heat",)),
    ],
)
def test_only_reports_of_these_keys_are_found(
    text: str, among: tuple[str, ...], found: tuple[str, ...], engine: str, reports: dict[str, Article]
) -> None:
    request = SearchRequest(text, sort=Sort.NEWEST).choose(ID, map(str, sorted(keys_of(reports, *among))))
    answer = find(request, engine)
    assert {article.pk for article, _score in answer.hits} == keys_of(reports, *found)
    assert answer.total == len(found)
    assert set(find_keys(request, answer.is_relaxed, engine)) == keys_of(reports, *found)


def test_keys_and_facets_hold_together(engine: str, reports: dict[str, Article]) -> None:
    request = SearchRequest("工会", {"region": ("510500",)})
    assert set(find_keys(request, is_relaxed=False, engine=engine)) == keys_of(reports, "luzhou", "heat")
    among = request.choose(ID, [str(reports["heat"].pk), str(reports["yubei"].pk), "99999999"])
    assert find(among, engine).total == 1


def test_many_keys_are_no_trouble(engine: str, reports: dict[str, Article]) -> None:
    assert find(SearchRequest("工会").choose(ID, map(str, range(1, 5001))), engine).total == 4


def test_keys_are_no_part_of_an_address(reports: dict[str, Article]) -> None:
    assert SearchRequest("a").choose(ID, ["1"]).url == SearchRequest("a").url
