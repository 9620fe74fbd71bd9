"""The address of a results page: every state is one, and reads back to the same state."""

import pytest
from django.http import QueryDict

from search.engines.contract import Sort
from search.request import SearchRequest, read_request


def read(address: str) -> SearchRequest:
    return read_request(QueryDict(address))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "q=%E5%B7%A5%E4%BC%9A",
        "q=a&region=510000&region=510500&year=2013&year=2008..2010&programme=song-qingliang&newspaper=jia&genre=news",
        "sort=newest&p=3",
        "q=a&year=undated&year=2013",
        "q=x&programme_filter=y",
    ],
)
def test_a_state_reads_back_from_its_address(address: str) -> None:
    request = read(address)
    assert read(request.url.partition("?")[2]) == request


def test_the_range_form_becomes_one_year_range() -> None:
    assert read("year_from=2008&year_to=2013&year=2001").chosen("year") == ("2008..2013",)
    assert read("year_from=2013&year_to=2008").chosen("year") == ("2008..2013",)
    assert read("year_from=2008&year_to=").chosen("year") == ("2008..",)
    assert read("year_from=&year_to=2013").chosen("year") == ("..2013",)
    assert read("year_from=2008年&year_to=2013年").chosen("year") == ("2008..2013",)


def test_years_of_an_address_are_kept_in_one_form() -> None:
    assert read("year=2014..2013&year=2013..2014&year=2012年&year=2012&year=2011..2011").chosen("year") == (
        "2013..2014",
        "2012",
        "2011",
    )


@pytest.mark.parametrize("junk", ["abc", "20", "99999", "٢٠١٣", "2013..x", "-1", "undated..", "Undated"])
def test_a_year_that_is_none_is_left_out(junk: str) -> None:
    assert read(f"year={junk}&year_from={junk}&year_to=").chosen("year") == ()


@pytest.mark.parametrize(
    "address", ["region=5100", "region=abc", "genre=%3Cscript%3E", "programme=a b", "newspaper=%22"]
)
def test_what_is_no_value_of_a_facet_is_left_out(address: str) -> None:
    assert read(address).choices == {}


@pytest.mark.parametrize(("given", "number"), [("0", 1), ("-3", 1), ("x", 1), ("7", 7), ("9" * 30, 1), ("²", 1)])
def test_page_numbers_are_mended(given: str, number: int) -> None:
    assert read(f"p={given}").number == number


def test_an_unknown_order_is_the_usual_one() -> None:
    assert read("sort=sideways").sort is Sort.RELEVANCE


def test_choosing_goes_back_to_the_first_page_and_keeps_the_rest() -> None:
    request = read("q=a&p=4&year=2013&sort=oldest").choose("region", ["510000"])
    assert (request.number, request.text, request.sort) == (1, "a", Sort.OLDEST)
    assert request.choices == {"year": ("2013",), "region": ("510000",)}


def test_giving_up_the_last_value_gives_up_the_facet() -> None:
    assert read("year=2013").without("year", "2013").choices == {}


def test_the_form_of_days_becomes_one_range() -> None:
    assert read("date_from=2013-09-01&date_to=2013-09-30&date=2001-01-01..").chosen("date") == (
        "2013-09-01..2013-09-30",
    )
    assert read("date_from=2013-09-30&date_to=2013-09-01").chosen("date") == ("2013-09-01..2013-09-30",)
    assert read("date_from=2013-09-01&date_to=").chosen("date") == ("2013-09-01..",)
    assert read("date_from=&date_to=&date=..2013-09-30").chosen("date") == ("..2013-09-30",)


@pytest.mark.parametrize("junk", ["2013-13-45", "abc", "2013-09-01..", ".."])
def test_of_two_days_of_which_one_is_none_the_other_is_kept(junk: str) -> None:
    assert read(f"date_from={junk}&date_to=2013-09-30").chosen("date") == ("..2013-09-30",)
    assert read(f"date_from=2013-09-01&date_to={junk}").chosen("date") == ("2013-09-01..",)


@pytest.mark.parametrize("junk", ["abc", "99999", "2013.."])
def test_of_two_years_of_which_one_is_none_the_other_is_kept(junk: str) -> None:
    assert read(f"year_from={junk}&year_to=2013").chosen("year") == ("..2013",)
    assert read(f"year_from=2008&year_to={junk}").chosen("year") == ("2008..",)


@pytest.mark.parametrize("junk", ["abc", "..", "2013-02-30..", "2013-01-01", "20130101..x", "2013-01-01..2014-01-01.."])
def test_days_that_are_none_are_left_out(junk: str) -> None:
    assert read(f"date={junk}").chosen("date") == ()


@pytest.mark.parametrize("address", ["q=a&in=headline", "q=a&literal=1&date=2013-01-01..", "sort=place&byline=王芳"])
def test_scope_and_people_read_back_from_the_address(address: str) -> None:
    request = read(address)
    assert read(request.url.partition("?")[2]) == request
    assert request != read(address.partition("&")[0] if "&" in address else "")
