"""Counts of queries: what is counted, who sees it, and that a search is never the worse for it."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from archive.loading.groups import ADMINISTRATORS, REVIEWERS, load_groups
from archive.models import Article
from search.models import QueryCount
from search.queries.jobs import DAYS_KEPT, forget_old_counts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


def log_in(group: str) -> Client:
    load_groups()
    client = Client()
    user = User.objects.create_user(f"of {group}")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.fixture
def administrator() -> Client:
    return log_in(ADMINISTRATORS)


def counts() -> dict[str, tuple[int, int, int]]:
    return {row.query: (row.asked, row.found_nothing, row.relaxed) for row in QueryCount.objects.all()}


def add_count(query: str, days_ago: int = 0, asked: int = 1, **more: int) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    QueryCount.objects.create(query=query, day=day, asked=asked, **more)


def test_a_query_is_counted_with_what_became_of_it() -> None:
    for query in ("工会", "鑫鑫鑫", "农民工 绿豆汤"):
        Client().get("/search/", {"q": query})
    assert counts() == {"工会": (1, 0, 0), "鑫鑫鑫": (1, 1, 0), "农民工 绿豆汤": (1, 0, 1)}


def test_what_readers_take_for_the_same_is_one_query() -> None:
    for query in ("“兩個普遍”", '"两个普遍"', "「两个普遍」", "  “两个普遍” "):
        Client().get("/search/", {"q": query})
    assert counts() == {'"两个普遍"': (4, 0, 0)}


@pytest.mark.parametrize("more", [{"p": "2"}, {"region": "510500"}, {"sort": "newest"}, {"year_from": "2010"}])
def test_a_page_turned_or_a_facet_chosen_is_no_query(more: dict[str, str], client: Client) -> None:
    client.get("/search/", {"q": "工会", **more})
    assert counts() == {}


@pytest.mark.parametrize("is_known", [False, True])
def test_a_page_loaded_again_is_no_query(is_known: bool, client: Client) -> None:
    if is_known:
        client.force_login(User.objects.create_user("anna"))
    for query in ("工会", "工会", "送清凉", "工会"):
        client.get("/search/", {"q": query})
    assert counts() == {"工会": (2, 0, 0), "送清凉": (1, 0, 0)}


def test_junk_is_cut_or_left_out(client: Client) -> None:
    for query in ("？！…", "\x00\x01\x02", "", "   "):
        client.get("/search/", {"q": query})
    assert counts() == {}
    client.get("/search/", {"q": "工\x00会" + "很长" * 900})
    [query] = counts()
    assert query.startswith("工 会很长")
    assert len(query) == 100


def test_nothing_is_counted_where_that_is_the_setting(client: Client, administrator: Client, settings: Any) -> None:
    settings.QUERY_LOG = False
    client.get("/search/", {"q": "工会"})
    assert counts() == {}
    assert "现在没有在记" in administrator.get("/desk/queries/").text


def test_no_column_can_hold_who_asked() -> None:
    names = {field.name for field in QueryCount._meta.get_fields()}
    assert names == {"id", "day", "query", "asked", "found_nothing", "relaxed", "readers"}


def test_administrators_see_the_most_frequent_and_those_that_found_nothing(administrator: Client) -> None:
    add_count("常用", days_ago=3, asked=5)
    add_count("常用", asked=4)
    add_count("少用", asked=2, found_nothing=1)
    add_count("从前", days_ago=60)
    context = administrator.get("/desk/queries/").context
    assert [(line.query, line.asked, line.days) for line in context["frequent"]] == [("常用", 9, 2), ("少用", 2, 1)]
    assert [line.query for line in context["vain"]] == ["少用"]
    quarter = administrator.get("/desk/queries/?days=90").context["frequent"]
    assert [line.query for line in quarter] == ["常用", "少用", "从前"]


@pytest.mark.parametrize("days", ["", "x", "0", "-1", "999999999999", "７"])
def test_an_odd_period_is_a_month(days: str, administrator: Client) -> None:
    assert administrator.get("/desk/queries/", {"days": days}).context["period"].value == 30


@pytest.mark.parametrize("address", ["/desk/queries/", "/desk/queries/queries.csv"])
def test_only_administrators_see_the_counts(address: str, client: Client) -> None:
    assert client.get(address)["Location"].startswith("/login/")
    assert log_in(REVIEWERS).get(address).status_code == 403


def test_the_desk_leads_there_whoever_may_go(administrator: Client) -> None:
    assert "/desk/queries/" in administrator.get("/desk/").text
    assert "/desk/queries/" not in log_in(REVIEWERS).get("/desk/").text


def test_the_table_is_csv_without_formulas(administrator: Client) -> None:
    add_count('=HYPERLINK("x")', asked=3)
    add_count("-农民工 工会", asked=2, found_nothing=2)
    response = administrator.get("/desk/queries/queries.csv?days=7")
    text = b"".join(response).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[:3] for row in rows[1:]] == [['\'=HYPERLINK("x")', "3", "0"], ["'-农民工 工会", "2", "2"]]
    assert "queries-7-days.csv" in response["Content-Disposition"]


def test_counts_of_days_long_past_are_forgotten() -> None:
    add_count("太久", days_ago=DAYS_KEPT + 1)
    add_count("还在", days_ago=DAYS_KEPT)
    forget_old_counts()
    assert list(counts()) == ["还在"]
