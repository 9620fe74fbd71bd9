"""From the results to a report and back by its own link: to the same choices, order and page."""

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Article
from tests.search.followed import BACK, HIT, links, read
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db

STATE = "/search/?q=%E5%B7%A5%E4%BC%9A&region=510000&year=2013&sort=newest&p=3"


@pytest.fixture(scope="module", autouse=True)
def archive(fill_archive) -> None:
    """Three pages of hits in Sichuan in 2013."""

    def add() -> None:
        add_vocabulary()
        for n in range(45):
            add_report(f"工会报道{n}", f"第{n}件事。", "2013-09-23", "510500", "两个普遍", "甲报")

    fill_archive(add)


def back(client: Client, parameters: str) -> list[str]:
    return links(BACK, read(client, f"{Article.objects.latest('pk').get_absolute_url()}?{parameters}"))


@pytest.mark.parametrize(
    "state",
    [
        STATE,
        "/search/?region=510000&region=500000&year=2013&p=2",
        "/search/?p=3",
        "/search/?q=%E5%B7%A5%E4%BC%9A&date=2013-09-01..2013-09-30&literal=1&in=headline&sort=place",
        "/search/?year=2008..2013&programme_filter=%E6%99%AE%E9%81%8D",
        "/search/?q=%E5%B7%A5%E4%BC%9A+%E7%BB%BF%E8%B1%86%E6%B1%A4&sort=oldest",
    ],
    ids=["everything", "choices alone", "a page of all reports", "ways of searching", "a filter", "relaxed words"],
)
def test_a_report_leads_back_to_the_results_as_they_were(state: str, client: Client) -> None:
    [hit, *_others] = links(HIT, read(client, state))
    assert links(BACK, read(client, hit)) == [state]


def test_the_results_one_comes_back_to_show_the_same_hits(client: Client) -> None:
    before = links(HIT, read(client, STATE))
    [address] = links(BACK, read(client, before[0]))
    assert links(HIT, read(client, address)) == before
    assert len(before) == 5


def test_a_page_behind_the_last_leads_back_to_the_last(client: Client) -> None:
    [hit, *_others] = links(HIT, read(client, STATE.replace("p=3", "p=99")))
    assert links(BACK, read(client, hit)) == [STATE]


def test_a_report_is_open_at_its_first_mark_only_where_words_were_asked_for(client: Client) -> None:
    assert links(HIT, read(client, STATE))[0].endswith("&p=3#mark-1")
    assert links(HIT, read(client, "/search/?year=2013"))[0].endswith("/?year=2013")
    assert "?" not in links(HIT, read(client, "/search/"))[0]


@pytest.mark.parametrize(
    ("parameters", "address"),
    [
        ("", []),
        ("next=//evil.example&back=https://evil.example&relaxed=1", []),
        ("q=&region=x&sort=sideways&p=-1&literal=0", []),
        ("q=a&next=https://evil.example", ["/search/?q=a"]),
        ("q=//evil.example", ["/search/?q=%2F%2Fevil.example"]),
        ("q=javascript:alert(1)%0d%0aLocation:x", ["/search/?q=javascript%3Aalert%281%29%0D%0ALocation%3Ax"]),
        ("q=a&q=b&year=2013&year=2013&region=javascript:", ["/search/?q=b&year=2013"]),
        ("q=%22%3E%3Cscript%3E", ["/search/?q=%22%3E%3Cscript%3E"]),
    ],
)
def test_what_asks_for_no_results_leads_nowhere_else(parameters: str, address: list[str], client: Client) -> None:
    assert back(client, parameters) == address


def test_the_way_back_takes_no_query_of_the_database(client: Client) -> None:
    address = Article.objects.latest("pk").get_absolute_url()
    read(client, f"{address}?{urlencode({'q': '工会'})}")
    counts = []
    for parameters in ({"q": "工会"}, {"q": "工会", "region": "510000", "year": "2013", "sort": "newest", "p": "3"}):
        with CaptureQueriesContext(connection) as queries:
            read(client, f"{address}?{urlencode(parameters)}")
        counts.append(len(queries))
    assert counts[0] == counts[1]
