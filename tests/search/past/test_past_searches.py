"""Past searches: a reader's own, in the database or in their browser, and gone when they say so."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from archive.models import Article
from search.models import PastSearch
from search.past.cookie import NAME

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


@pytest.fixture(params=["browser", "account"])
def reader(request: pytest.FixtureRequest) -> Client:
    """A reader without a login, and one with."""
    client = Client()
    if request.param == "account":
        client.force_login(User.objects.create_user("anna"))
    return client


def words(client: Client) -> list[str]:
    return [line.words for line in client.get("/search/past/").context["lines"]]


def search(client: Client, *queries: str) -> None:
    for query in queries:
        assert client.get("/search/", {"q": query}).status_code == 200


def test_the_newest_search_is_first_and_leads_back(reader: Client) -> None:
    search(reader, "工会", "送清凉")
    assert words(reader) == ["送清凉", "工会"]
    assert 'href="/search/?q=%E5%B7%A5%E4%BC%9A"' in reader.get("/search/past/").text


def test_a_search_that_goes_on_is_one_line_with_its_last_choices(reader: Client) -> None:
    search(reader, "工会", "工会")
    reader.get("/search/", {"q": "工会", "region": "510500"})
    reader.get("/search/", {"q": "工会", "region": "510500", "p": "2"})
    assert words(reader) == ["工会 · 泸州市"]
    search(reader, "送清凉", "工会")
    assert words(reader) == ["工会", "送清凉", "工会 · 泸州市"]


def test_choices_without_words_are_a_search_and_all_reports_are_none(reader: Client) -> None:
    reader.get("/search/")
    assert words(reader) == []
    reader.get("/search/", {"region": "510500"})
    assert words(reader) == ["泸州市"]


def test_the_oldest_go_when_there_are_more_than_are_kept(reader: Client, settings: Any) -> None:
    settings.PAST_SEARCHES = 2
    search(reader, "甲", "乙", "丙")
    assert words(reader) == ["丙", "乙"]


def test_one_is_forgotten_wherever_it_stands_and_then_all(reader: Client) -> None:
    search(reader, "工会", "送清凉", "工会", "职代会")
    forget = reader.get("/search/past/").context["lines"][1].past.parameters
    reader.post("/search/past/", {"forget": forget})
    assert words(reader) == ["职代会", "送清凉"]
    reader.post("/search/past/", {"forget": "q=never"})
    assert words(reader) == ["职代会", "送清凉"]
    reader.post("/search/past/", {"all": "1"})
    assert words(reader) == []


def test_nothing_is_kept_where_that_is_the_setting(reader: Client, settings: Any) -> None:
    settings.PAST_SEARCHES = 0
    search(reader, "工会")
    assert words(reader) == []
    assert "不记检索" in reader.get("/search/past/").text


@pytest.mark.parametrize(
    "query", ["\x00\x01", "工会" * 600, "<script>", "“", "\ud800".encode("utf-8", "replace").decode()]
)
def test_odd_searches_break_nothing(query: str, reader: Client) -> None:
    search(reader, query)
    page = reader.get("/search/past/")
    assert page.status_code == 200
    assert "<script>&" not in page.text


def test_of_who_is_not_logged_in_nothing_is_kept_on_the_server(client: Client) -> None:
    search(client, "工会")
    assert not PastSearch.objects.exists()
    assert not Session.objects.exists()
    cookie = client.cookies[NAME]
    assert (cookie["max-age"], cookie["path"], cookie["httponly"]) == ("", "/search/", True)


def test_a_cookie_never_grows_beyond_what_browsers_take(client: Client) -> None:
    for number in range(60):
        client.get(
            "/search/", {"q": f"{number}" + "".join(chr(0x4E00 + 97 * n * (number + 1) % 9000) for n in range(60))}
        )
    assert len(client.cookies[NAME].value) < 4000
    assert len(words(client)) > 3


@pytest.mark.parametrize("value", ["", "x", "W10:1xyz:abc", "\x7f", "a" * 5000])
def test_a_cookie_that_is_not_ours_is_no_past(value: str, client: Client) -> None:
    client.cookies[NAME] = value
    assert words(client) == []
    search(client, "工会")


def test_nobody_sees_the_searches_of_others(client: Client) -> None:
    client.force_login(User.objects.create_user("anna"))
    search(client, "工会")
    other = Client()
    other.force_login(User.objects.create_user("boris"))
    assert words(other) == []
    other.post("/search/past/", {"all": "1"})
    assert words(client) == ["工会"]
