"""Searches in words, as lists name them."""

import pytest
from django.http import QueryDict

from search.describing import describe_requests
from search.parameters import read_parameters, write_parameters
from search.regions import forget_regions
from search.request import read_request
from tests.search.reports import add_vocabulary

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary() -> None:
    """Names of places, programmes and newspapers."""
    add_vocabulary()
    forget_regions()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "全部报道"),
        ("sort=newest", "全部报道 · 从新到旧"),
        ("q=工会", "工会"),
        ("q=工会&region=510500&region=500000&year=2008..2013", "工会 · 泸州市 · 重庆市 · 2008—2013"),
        ("date=2013-09-23..2013-09-23", "2013-09-23"),
        ("q=工会&date=2013-09-01..2013-09-30", "工会 · 2013-09-01—2013-09-30"),
        ("date=2013-09-23..", "2013-09-23—"),
        ("date=..2013-09-23", "—2013-09-23"),
        ("year_from=2013&year_to=2013", "2013"),
        ("q=工会&year=2013&year=undated", "工会 · 2013 · 日期不详"),
        ("newspaper=jia&genre=news", "甲报 · 消息"),
        ("q=工会&literal=1&in=headline&sort=oldest", "工会 · 只查原词 · 只查标题 · 从旧到新"),
        ("region=999999&programme=gone", "999999 · gone"),
    ],
)
def test_a_search_is_told_in_the_words_of_its_page(address: str, words: str) -> None:
    assert describe_requests([read_request(QueryDict(address))]) == [words]


def test_many_take_as_many_queries_as_one(django_assert_max_num_queries) -> None:
    requests = [read_request(QueryDict(f"q={n}&programme=p{n}&newspaper=jia&region=510500")) for n in range(30)]
    describe_requests(requests[:1])
    with django_assert_max_num_queries(2):
        assert len(describe_requests(requests)) == 30


@pytest.mark.parametrize("address", ["q=工会&p=4&programme_filter=x", "q=%00 &region=510500&in=headline&literal=1"])
def test_what_is_kept_of_a_search_is_its_first_page(address: str) -> None:
    kept = write_parameters(read_request(QueryDict(address)))
    request = read_parameters(kept)
    assert (request.number, request.programme_filter) == (1, "")
    assert write_parameters(request) == kept
    assert request.text == read_request(QueryDict(address)).text
