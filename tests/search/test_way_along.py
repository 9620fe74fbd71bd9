"""From a report on to those beside it and like it: the way back to the results goes along."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Article, Page
from tests.archive.desk.reprints import EDITED, REPORT
from tests.search.followed import BACK, HIT, links, read
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db

REPORTS_BESIDE = re.compile(r'<a(?: rel="(?:prev|next)")? href="(/articles/\d+/[^"]*)"')
STATE = "/search/?q=%E5%B7%A5%E4%BC%9A&region=510000&year=2013&sort=oldest"
LIKE_IT = "高温津贴按月发放，工地午休时架起折叠床，藿香正气水和绿豆汤摆在遮阳帽旁边，打桩的钢筋工说不用靠墙打盹。"
KINDS = ["同版报道", "本版的前后报道", "这篇报道的其他版本", "相似的报道"]


@pytest.fixture(scope="module")
def report(fill_archive) -> Article:
    """A report between two others of its page, with a reprint and one that is like it."""

    def add() -> Article:
        add_vocabulary()
        page = Page.objects.create(text="原文")
        beside = [
            add_report(headline, body, "2013-09-23", "510500")
            for headline, body in (("前", "工会第一件事。"), ("中", REPORT), ("后", "第三件事，没有那个词。"))
        ]
        for order, article in enumerate(beside):
            Article.objects.filter(pk=article.pk).update(page=page, order=order)
        add_report("转载", EDITED, "2013-09-24", "510500")
        add_report("相似", LIKE_IT, "2013-09-25", "510500")
        return beside[1]

    return fill_archive(add)


def links_on(client: Client, address: str) -> list[str]:
    """Return the links of a report to others, of each kind at least one."""
    margin = read(client, address).partition("<aside")[2]
    parts = [margin.partition(kind)[2] for kind in KINDS]
    assert all(links(REPORTS_BESIDE, part.partition("</section>")[0]) for part in parts)
    return links(REPORTS_BESIDE, margin)


def test_every_report_that_a_report_leads_to_leads_back_to_the_same_results(client: Client, report: Article) -> None:
    hit = next(hit for hit in links(HIT, read(client, STATE)) if hit.startswith(report.get_absolute_url()))
    for address in links_on(client, hit):
        assert links(BACK, read(client, address)) == [STATE]


def test_the_way_back_goes_along_from_report_to_report_in_an_address_that_does_not_grow(
    client: Client, report: Article
) -> None:
    asked = STATE.partition("?")[2]
    address = f"{report.get_absolute_url()}?{asked}"
    for _step in range(4):
        address = links_on(client, address)[0]
        assert address.partition("?")[2] == asked
        address = f"{report.get_absolute_url()}?{address.partition('?')[2]}"


def test_the_words_asked_for_are_marked_there_too_and_it_opens_at_its_beginning(
    client: Client, report: Article
) -> None:
    addresses = links_on(client, f"{report.get_absolute_url()}?q=%E5%B7%A5%E4%BC%9A")
    assert not [address for address in addresses if "#" in address]
    marks = [read(client, address).count("<mark") for address in dict.fromkeys(addresses)]
    assert max(marks) > 0
    assert min(marks) == 0


@pytest.mark.parametrize(
    ("parameters", "handed_on"),
    [
        ("", ""),
        ("next=//evil.example&relaxed=1", ""),
        ("q=&region=x&sort=sideways&p=-1&literal=0", ""),
        ("q=a&next=https://evil.example&relaxed=2", "?q=a"),
        ("q=a&q=b&year=2013&year=2013&region=javascript:", "?q=b&year=2013"),
        ("q=%22%3E%3Cscript%3E", "?q=%22%3E%3Cscript%3E"),
        ("q=a+b&relaxed=1&p=2", "?q=a+b&p=2&relaxed=1"),
        ("year=2013&relaxed=1", "?year=2013"),
    ],
)
def test_only_what_asks_for_results_is_handed_on(
    parameters: str, handed_on: str, client: Client, report: Article
) -> None:
    addresses = links_on(client, f"{report.get_absolute_url()}?{parameters}")
    assert {re.sub(r"^/articles/\d+/", "", address) for address in addresses} == {handed_on}


def test_what_is_handed_on_takes_no_query_of_the_database(client: Client, report: Article) -> None:
    address = report.get_absolute_url()
    read(client, f"{address}?q=a")
    counts = []
    for parameters in ("q=a", "q=a&region=510000&year=2013&sort=newest&p=3"):
        with CaptureQueriesContext(connection) as queries:
            read(client, f"{address}?{parameters}")
        counts.append(len(queries))
    assert counts[0] == counts[1]
