"""Home: what the archive holds, whatever its size."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Article, Status
from tests.search.reports import add_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py, and no count of them kept."""
    cache.clear()


def read(client: Client) -> str:
    return re.sub(r"\s+", " ", client.get("/").content.decode())


@pytest.mark.parametrize("few", [3, 1_000])
def test_cities_are_counted_however_many_reports_there_are(few: int, client: Client, monkeypatch) -> None:
    monkeypatch.setattr("search.engines.contract.FEW", few)
    assert "5 篇报道 · 2 个省级地区 · 3 个市县 · 2008—2014 年" in read(client)


def test_a_city_counts_when_only_one_of_its_districts_has_a_report(client: Client) -> None:
    Article.objects.filter(city_links__city="510500").delete()
    assert "2 个市县" in read(client)
    cache.clear()
    add_report("江阳区送清凉", "工会。", city="510502")
    assert "4 个市县" in read(client)


def test_a_city_with_drafts_alone_does_not_count(client: Client) -> None:
    add_report("江阳区送清凉", "工会。", city="510502", status=Status.DRAFT)
    assert "3 个市县" in read(client)


def test_cities_are_counted_once_while_the_number_of_reports_stays(
    client: Client, django_assert_max_num_queries
) -> None:
    with CaptureQueriesContext(connection) as first:
        read(client)
    with django_assert_max_num_queries(len(first) - 1):
        read(client)


def test_the_years_say_how_many_reports_have_no_date(client: Client) -> None:
    assert '看那一年的报道 · <a href="/search/?year=undated">1 篇日期不详</a></p>' in read(client)
