"""Popular queries: what many ask, never one person's own words."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from archive.models import Article
from search.models import QueryCount
from search.queries.popular import RECENT_DAYS, popular_queries

pytestmark = pytest.mark.django_db


def add_count(query: str, days_ago: int = 0, asked: int = 5, **more: int) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    QueryCount.objects.create(query=query, day=day, asked=asked, **more)


def test_a_query_of_several_days_or_of_several_readers_is_popular() -> None:
    add_count("工会 一天", readers=1)
    for day in (0, 1):
        add_count("工会 两天", days_ago=day, asked=1)
    add_count("工会 三人", readers=3)
    assert popular_queries("工会", 10) == ["工会 三人", "工会 两天"]


def test_what_found_nothing_or_is_long_ago_is_not() -> None:
    add_count("工会 空", readers=9, found_nothing=5)
    add_count("工会 久", days_ago=RECENT_DAYS + 1, readers=9)
    assert popular_queries("工会", 10) == []


@pytest.mark.parametrize(
    ("prefix", "found"), [("“兩個", 1), ("两个", 0), ("", 0), ("%", 0), ("_", 0), ("？", 0), ("字" * 500, 0)]
)
def test_a_beginning_is_folded_like_the_query(prefix: str, found: int) -> None:
    add_count('"两个普遍"', readers=3)
    assert len(popular_queries(prefix, 10)) == found


def test_only_so_many_are_returned() -> None:
    for number in range(5):
        add_count(f"工会{number}", readers=3, asked=number + 1)
    assert popular_queries("工会", 2) == ["工会4", "工会3"]
    assert popular_queries("工会", 0) == popular_queries("工会", -1) == []


def test_none_is_popular_while_queries_are_not_counted(settings: Any) -> None:
    add_count("工会", readers=3)
    settings.QUERY_LOG = False
    assert popular_queries("工会", 2) == []


def test_one_reader_who_asks_again_and_again_is_one(reports: dict[str, Article]) -> None:
    anna, visitor = Client(), Client()
    anna.force_login(User.objects.create_user("anna"))
    for _ in range(4):
        for client in (anna, visitor, Client()):
            client.get("/search/", {"q": "送清凉"})
            client.get("/search/", {"q": "工会"})
    assert {row.query: row.readers for row in QueryCount.objects.all()} == {"送清凉": 1, "工会": 6}
