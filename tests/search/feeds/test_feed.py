"""The Atom feed of a search: well formed, the last arrivals first, and only for who may read the archive."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils.dateparse import parse_datetime

from archive.models import Article, Status
from search.models import Arrival
from search.rebuild import rebuild
from tests.indexes import take_indexes_away
from tests.search.reports import add_report, add_vocabulary

ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    """Two reports, the one printed later first in the archive."""
    take_indexes_away()
    add_vocabulary()
    rebuild(settings.SEARCH_ENGINE)
    add_report("高温天送清凉", "工会干部到工地送清凉。", "2014-07-28", "510500", "送清凉", "乙报")
    add_report("从前送清凉", "工会从前就送清凉 <b>&amp;</b>。", "1998-07-01")


def fetch(client: Client, **parameters: Any) -> ElementTree.Element:
    response = client.get("/search/feed/", parameters)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def texts(feed: ElementTree.Element, name: str) -> list[str]:
    return [element.text or "" for element in feed.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def test_the_last_to_arrive_is_first_whenever_it_was_printed(client: Client) -> None:
    assert texts(fetch(client, q="清凉"), "title") == ["从前送清凉", "高温天送清凉"]
    assert texts(fetch(client, q="清凉", sort="oldest"), "title") == ["从前送清凉", "高温天送清凉"]


def test_it_holds_what_the_search_finds(client: Client) -> None:
    assert texts(fetch(client, q="清凉", region="510500"), "title") == ["高温天送清凉"]
    assert len(texts(fetch(client), "title")) == 2
    assert texts(fetch(client, q="没有这样的词鑫鑫"), "title") == []


def test_an_entry_is_the_same_in_every_feed_and_keeps_its_words(client: Client) -> None:
    feeds = [fetch(client, q="清凉"), fetch(client, q="从前"), fetch(client)]
    [address] = {texts(feed, "id")[0] for feed in feeds}
    assert address == f"http://testserver/articles/{Article.objects.latest('pk').pk}/"
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in texts(feeds[0], "summary")[0]
    assert "<mark>清凉</mark>" in texts(feeds[0], "summary")[0]


def test_what_is_not_published_is_in_no_feed(client: Client) -> None:
    add_report("草稿送清凉", "清凉。", status=Status.DRAFT)
    article = Article.objects.get(headline="高温天送清凉")
    article.status = Status.WITHDRAWN
    article.save()
    assert texts(fetch(client, q="清凉"), "title") == ["从前送清凉"]


def test_times_say_when_a_report_arrived_and_when_it_was_corrected(client: Client) -> None:
    article = Article.objects.latest("pk")
    article.subhead = "改过"
    article.save()
    feed = fetch(client, q="从前")
    [published], [updated] = texts(feed, "published"), texts(feed, "updated")
    assert parse_datetime(published) == Arrival.objects.get(pk=article.pk).arrived
    assert parse_datetime(updated) == article.modified
    assert feed.findtext(f"{ATOM}updated") == updated


def test_an_unchanged_feed_is_not_sent_again_and_a_new_report_is(client: Client) -> None:
    for query in ("清凉", "没有这样的词鑫鑫"):
        first = client.get("/search/feed/", {"q": query})
        headers = {"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]}
        assert client.get("/search/feed/", {"q": query}, headers=headers).status_code == 304
        add_report(f"再来：{query}", "送清凉。")
        assert client.get("/search/feed/", {"q": query}, headers=headers).status_code == 200


def test_addresses_name_the_search_and_the_feed(client: Client) -> None:
    feed = fetch(client, q="清凉", sort="newest", p="4")
    links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
    assert links["alternate"] == "http://testserver/search/?q=%E6%B8%85%E5%87%89"
    assert links["self"] == feed.findtext(f"{ATOM}id") == "http://testserver/search/feed/?q=%E6%B8%85%E5%87%89"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")


def test_a_relaxed_search_says_so_in_its_feed(client: Client) -> None:
    assert "含有其中一部分" in (fetch(client, q="清凉 追讨鑫鑫").findtext(f"{ATOM}subtitle") or "")


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "\x00\x0b\ufffe清凉"},
        {"q": '清凉<&>"'},
        {"p": "x", "year": "y", "region": "<"},
        {"key": "\x00"},
        {"q": "清" * 900},
    ],
)
def test_odd_addresses_give_a_feed_that_programs_can_read(parameters: dict[str, str], client: Client) -> None:
    fetch(client, **parameters)


def test_signs_that_no_feed_may_hold_are_left_out(client: Client) -> None:
    Article.objects.filter(headline="从前送清凉").update(headline="从\x0b前送清凉", byline="\x01", body="送\x02清凉")
    assert texts(fetch(client, q="清凉"), "title")[0] == "从前送清凉"


def test_the_results_lead_to_the_feed(client: Client) -> None:
    page = client.get("/search/", {"q": "清凉", "region": "510500", "sort": "newest", "p": "2"}).text
    address = "/search/feed/?q=%E6%B8%85%E5%87%89&amp;region=510500"
    assert f'rel="alternate" type="application/atom+xml" href="{address}"' in page
    assert f'id="feed-link" href="{address}"' in page


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post("/search/feed/").status_code == 405
    assert client.head("/search/feed/").status_code == 200


@pytest.fixture
def closed(settings: Any) -> None:
    """An archive that asks for a login."""
    settings.ARCHIVE_IS_OPEN = False
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "django.contrib.auth.middleware.LoginRequiredMiddleware"]


@pytest.mark.usefixtures("closed")
def test_a_closed_archive_asks_for_a_login(client: Client) -> None:
    assert client.get("/search/feed/?q=a")["Location"] == "/login/?next=/search/feed/%3Fq%3Da"
    client.force_login(User.objects.create_user("anna"))
    assert client.get("/search/feed/?q=a").status_code == 200


@pytest.mark.usefixtures("closed")
def test_the_key_of_a_person_opens_one_feed_until_the_password_changes() -> None:
    anna, program = User.objects.create_user("anna", password="一二三四五六"), Client()
    reader = Client()
    reader.force_login(anna)
    address = reader.get("/search/", {"q": "清凉"}).context["keeping"].feed_url
    assert "key=" in address
    feed = ElementTree.fromstring(program.get(address).content)
    assert len(texts(feed, "title")) == 2
    assert "key=" in feed.find(f"{ATOM}link[@rel='self']").get("href", "")  # type: ignore[union-attr]
    assert "key=" not in (feed.findtext(f"{ATOM}id") or "")
    assert program.get(address.replace("?", "?region=510500&")).status_code == 403
    assert program.get("/search/").status_code == 302
    anna.set_password("七八九十")
    anna.save()
    assert program.get(address).status_code == 403


@pytest.mark.usefixtures("closed")
def test_a_closed_account_and_a_wrong_key_open_nothing() -> None:
    anna, reader, program = User.objects.create_user("anna"), Client(), Client()
    reader.force_login(anna)
    address = reader.get("/search/", {"q": "清凉"}).context["keeping"].feed_url
    for wrong in ("x", "-", "1-", "9999999999999999999999-a", "１-a", f"{anna.pk}-\x00"):
        assert program.get("/search/feed/", {"q": "清凉", "key": wrong}).status_code == 403
    anna.is_active = False
    anna.save()
    assert program.get(address).status_code == 403
