"""The form of years: it shows the range that is chosen, and what it sends reads back to it."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from whoosh.query import Every

from search.find import Answer
from search.parsed import ParsedQuery
from search.request import SearchRequest, read_request
from search.year_form import YearForm, build_year_form


def read(address: str) -> SearchRequest:
    return read_request(QueryDict(address))


def build(address: str) -> YearForm:
    """Return the form of an answer of 9 reports, 6 of them with a year."""
    counts = {"year": [("2013", 5), ("2012", 1)]}
    return build_year_form(Answer(read(address), ParsedQuery("", Every()), 9, (), counts))


def send(form: YearForm, first: str, last: str) -> SearchRequest:
    return read(urlencode([*form.hidden, ("year_from", first), ("year_to", last)]))


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("year=2012..2013", "2012", "2013"),
        ("year_from=2013&year_to=2012", "2012", "2013"),
        ("year=2012..", "2012", ""),
        ("year=..2013", "", "2013"),
        ("year=2013", "2013", "2013"),
        ("year=2008&year=2013", "", ""),
        ("year=undated", "", ""),
        ("", "", ""),
    ],
)
def test_the_form_shows_the_chosen_range(address: str, first: str, last: str) -> None:
    form = build(address)
    assert (form.first, form.last) == (first, last)


@pytest.mark.parametrize(
    "years", ["year=2012..2013", "year=2012..", "year=2013", "year=2008&year=2013", "year=undated", ""]
)
def test_a_form_sent_as_it_is_changes_nothing(years: str) -> None:
    address = f"q=a&region=510000&sort=newest&literal=1&{years}"
    form = build(address)
    assert send(form, form.first, form.last) == read(address)


def test_a_range_is_given_up_by_emptying_its_boxes() -> None:
    assert send(build("q=a&year=2012..2013"), "", "") == read("q=a")


def test_a_range_replaces_years_chosen_one_by_one_and_leads_to_the_first_page() -> None:
    form = build("q=a&year=2008&year=undated&p=3")
    assert send(form, "2009", "2010") == read("q=a&year=2009..2010")
