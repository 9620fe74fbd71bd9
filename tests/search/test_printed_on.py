"""A date among the words of a query: a search by the newspaper's date is offered, the words are searched as ever."""

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

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
        ("2014年送清凉", "送清凉", {"year": ("2014",)}),
        ("送清凉2014年", "送清凉", {"year": ("2014",)}),
        ("泸州２０１４年送清凉", "泸州 送清凉", {"year": ("2014",)}),
        ("2014年的送清凉", "送清凉", {"year": ("2014",)}),
        ("2013 年 9 月 工会", "工会", {"date": SEPTEMBER}),
        ("2013年9月份工会", "工会", {"date": SEPTEMBER}),
        ("2014年五一表彰", "五一表彰", {"year": ("2014",)}),
        ("2014年3项工作", "3项工作", {"year": ("2014",)}),
        ("2013年年会", "年会", {"year": ("2013",)}),
        ("2014年送清凉 1500人", "送清凉 1500人", {"year": ("2014",)}),
        ("2014年 送清凉 -农民工 “面对面”", "送清凉 -农民工 “面对面”", {"year": ("2014",)}),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, rest: str, chosen: dict[str, tuple[str, ...]]) -> None:
    asked = read_date(SearchRequest(typed, number=3))
    assert asked == SearchRequest(rest, chosen)


@pytest.mark.parametrize("year", ["二〇一三", "二○一三", "二零一三", "二O一三", "二Ｏ一三", "2013", "２０１３"])
def test_a_year_is_read_in_characters_and_figures(year: str) -> None:
    assert read_date(SearchRequest(f"{year}年泸州")) == SearchRequest("泸州", {"year": ("2013",)})
    assert read_date(SearchRequest(f"{year}年")) == SearchRequest("", {"year": ("2013",)})
    assert read_date(SearchRequest(f"{year}年九月")) == SearchRequest("", {"date": SEPTEMBER})
    day = {"date": ("2013-09-23..2013-09-23",)}
    assert read_date(SearchRequest(f"送清凉{year}年九月二十三日泸州")) == SearchRequest("送清凉 泸州", day)


@pytest.mark.parametrize(
    "typed",
    [
        "工会", "", "12351", "2013年13月", "2013-02-30", "2013.9.23.1", "year:2013", "-2013", "“2013年9月”", "92013",
        "2013人", "2013年度", "3013年", "2013年9月 2014年", "2012-2013", "2013-9/1", "工会" * 40 + " 2013年",
        "2014人", "送清凉2014", "2014送清凉", "“十二五”", "十二五", "12345", "一二三四年", "第九年", "1899年工会",
        "2010年代", "2013年级", "2013年版工会法", "2013年底", "2013年年底", "2013年以来", "2013年前后", "2013 年度",
        "2012至2013年", "2012年至 2013年", "二〇一二到二〇一三年", "2013年9月至10月", "2013年9月23日—25日",
        "2013年至今", "2013年9月上旬", "2013年0月", "二〇一三年十三月", "2013年9月31日", "2013-00",
        "“泸州 2013年”", "-送清凉2013年", "-“送清凉 2013年”", "送清凉 NOT 2013年", "“送清凉” OR 2013年",
        "2013年 OR 送清凉", "headline:2013年送清凉", "标题：送清凉2013年", "year:2013年",
    ],
)  # fmt: skip
def test_what_is_no_single_date_is_none(typed: str) -> None:
    assert read_date(SearchRequest(typed)) is None


def test_a_year_after_the_next_is_no_date() -> None:
    year = timezone.localdate().year
    assert read_date(SearchRequest(f"{year + 1}年工会")) == SearchRequest("工会", {"year": (str(year + 1),)})
    assert read_date(SearchRequest(f"{year + 2}年工会")) is None


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


def test_a_date_in_words_joined_to_others_is_offered(client: Client) -> None:
    for typed in ("2014年送清凉", "送清凉2014年", "二〇一四年送清凉", "２０１４年送清凉"):
        assert ">送清凉 · 2014</a>" in search(client, typed).partition("按见报日期找")[2]


def test_one_day_is_said_once(client: Client) -> None:
    assert ">工会 · 2013-09-23</a>" in search(client, "2013年9月23日 工会").partition("按见报日期找")[2]


def test_a_date_when_nothing_was_printed_is_not_offered(client: Client) -> None:
    assert "按见报日期找" not in search(client, "2001年 工会")
