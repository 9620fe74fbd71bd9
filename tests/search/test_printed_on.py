"""A date among the words of a query: a search by the newspaper's date is offered, the words are searched as ever."""

import html
import re

import pytest
from django.test import Client

from archive.models import Article
from search.printed_on import read_date
from search.request import SearchRequest

pytestmark = pytest.mark.django_db

SEPTEMBER = ("2013-09-01..2013-09-30",)


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


@pytest.mark.parametrize(
    ("typed", "rest", "chosen"),
    [
        ("2013年9月 工会", "工会", {"date": SEPTEMBER}),
        ("２０１３年０９月工会", "工会", {"date": SEPTEMBER}),
        ("泸州 2013-09 工会", "泸州 工会", {"date": SEPTEMBER}),
        ("工会 2013.9", "工会", {"date": SEPTEMBER}),
        ("2013/9", "", {"date": SEPTEMBER}),
        ("2012年2月 工会", "工会", {"date": ("2012-02-01..2012-02-29",)}),
        ("2013年9月23日 工会", "工会", {"date": ("2013-09-23..2013-09-23",)}),
        ("2013.9.23 工会", "工会", {"date": ("2013-09-23..2013-09-23",)}),
        ("2013-09-23 “两个普遍”", "“两个普遍”", {"date": ("2013-09-23..2013-09-23",)}),
        ("2013年 工会", "工会", {"year": ("2013",)}),
        ("工会 2013", "工会", {"year": ("2013",)}),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, rest: str, chosen: dict[str, tuple[str, ...]]) -> None:
    asked = read_date(SearchRequest(typed, number=3))
    assert asked == SearchRequest(rest, chosen)


@pytest.mark.parametrize(
    "typed",
    [
        "工会", "", "12351", "2013年13月", "2013-02-30", "2013.9.23.1", "year:2013", "-2013", "“2013年9月”", "92013",
        "2013人", "2013年度", "3013年", "2013年9月 2014年", "2012-2013", "2013-9/1", "工会" * 40 + " 2013年",
    ],
)  # fmt: skip
def test_what_is_no_single_date_is_none(typed: str) -> None:
    assert read_date(SearchRequest(typed)) is None


def test_where_days_or_years_are_chosen_no_others_are_offered() -> None:
    assert read_date(SearchRequest("工会 2013年", {"year": ("2014",)})) is None
    assert read_date(SearchRequest("工会 2013年", {"date": ("2014-01-01..",)})) is None


def search(client: Client, typed: str, **choices: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", client.get("/search/", {"q": typed, **choices}).content.decode()))


def test_the_results_offer_the_date_with_its_number_of_reports(client: Client) -> None:
    page = search(client, "2013年 工会", region="510000")
    assert (
        '按见报日期找：<a href="/search/?q=%E5%B7%A5%E4%BC%9A&region=510000&year=2013">工会 · 四川省 · 2013</a>' in page
    )
    assert page.partition("按见报日期找")[2].partition("</p>")[0].endswith("2 篇</span>")


def test_a_date_when_nothing_was_printed_is_not_offered(client: Client) -> None:
    assert "按见报日期找" not in search(client, "2001年 工会")
