"""Saved searches: kept under a name, only their owner's, and honest about what is new."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils.encoding import iri_to_uri

from archive.models import Article, Status
from search.models import SavedSearch
from search.rebuild import rebuild
from search.saved.saving import MOST_SAVED
from tests.indexes import take_indexes_away
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    """One report, and an index that takes the changes of the test."""
    take_indexes_away()
    add_vocabulary()
    add_report("高温天送清凉", "工会干部到工地送清凉。", "2014-07-28", "510500", "送清凉", "乙报")
    rebuild(settings.SEARCH_ENGINE)


@pytest.fixture
def anna() -> Client:
    client = Client()
    client.force_login(User.objects.create_user("anna"))
    return client


def save(client: Client, name: str = "", **parameters: Any) -> SavedSearch:
    client.post("/search/saved/", {"name": name, **parameters})
    return SavedSearch.objects.latest("pk")


def listed(client: Client) -> str:
    return str(client.get("/search/saved/").text)


def test_every_part_of_a_search_is_saved_and_opened_again(anna: Client) -> None:
    state = {"q": "清凉 “工地”", "region": ["510500", "500000"], "year": "2008..2014", "sort": "newest", "p": "3"}
    saved = save(anna, "清凉", **state)
    address = anna.post(f"/search/saved/{saved.pk}/", {"action": "open"})["Location"]
    assert anna.get(f"/search/saved/{saved.pk}/")["Location"] == address
    assert address == iri_to_uri(
        "/search/?q=清凉+“工地”&region=510500&region=500000&year=2008..2014&sort=newest"
    ).replace("“", "%E2%80%9C")
    assert anna.get(address).status_code == 200


def test_the_results_offer_to_save_them_as_they_are(anna: Client) -> None:
    page = anna.get("/search/", {"q": "清凉", "region": "510500"}).text
    assert '<input type="hidden" name="region" value="510500">' in page
    assert 'value="清凉 · 泸州市"' in page


def test_a_search_without_a_name_is_named_by_what_it_asks(anna: Client) -> None:
    assert save(anna, " \u200b\n ", q="清凉", programme="song-qing-liang", sort="oldest").name.startswith("清凉 · ")


def test_a_report_that_arrives_later_is_new_until_the_search_is_opened(anna: Client) -> None:
    saved = save(anna, "清凉", q="清凉")
    assert "没有新的" in listed(anna)
    add_report("又送清凉", "工会再送清凉。", "1998-07-01")
    add_report("别的", "工会的事。")
    assert "1 篇新的" in listed(anna)
    assert "又送清凉" in anna.get(f"/search/saved/{saved.pk}/new/").text
    assert "1 篇新的" in listed(anna)
    anna.post(f"/search/saved/{saved.pk}/", {"action": "open"})
    assert "没有新的" in listed(anna)


def test_the_list_says_what_makes_reports_no_longer_new(anna: Client) -> None:
    saved = save(anna, "清凉", q="清凉")
    assert "上次点名称打开检索、或点“都看过了”以后" in listed(anna)
    add_report("又送清凉", "工会再送清凉。")
    assert "点“都看过了”以后，这些就不再算新的" in anna.get(f"/search/saved/{saved.pk}/new/").text
    anna.post(f"/search/saved/{saved.pk}/", {"action": "seen"})
    assert "不再算新的" not in anna.get(f"/search/saved/{saved.pk}/new/").text


def test_what_is_new_is_explained_in_english_too(anna: Client) -> None:
    save(anna, "清凉", q="清凉")
    anna.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Those you only look at in the list of new ones stay new." in listed(anna)


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_program_that_follows_links_ahead_leaves_new_reports_new(method: str, anna: Client) -> None:
    saved = save(anna, "清凉", q="清凉")
    add_report("又送清凉", "工会再送清凉。")
    for address in {*re.findall(r'href="(/search/[^"]*)"', listed(anna)), f"/search/saved/{saved.pk}/"}:
        getattr(anna, method)(address)
    assert "1 篇新的" in listed(anna)


def test_what_was_withdrawn_or_only_corrected_is_not_new(anna: Client) -> None:
    save(anna, "清凉", q="清凉")
    old = Article.objects.get()
    old.subhead = "改过的副题"
    old.save()
    gone = add_report("又送清凉", "工会再送清凉。")
    gone.status = Status.WITHDRAWN
    gone.save()
    assert "没有新的" in listed(anna)


def test_the_choices_of_a_search_hold_for_what_is_new(anna: Client) -> None:
    save(anna, "泸州", region="510500")
    add_report("内江的事", "工会。", city="510101")
    assert "没有新的" in listed(anna)
    add_report("泸州的事", "工会。", city="510500")
    assert "1 篇新的" in listed(anna)


def test_new_reports_are_those_of_the_results_also_where_the_words_are_relaxed(anna: Client) -> None:
    save(anna, "两样", q="绿豆汤 追讨")
    add_report("绿豆汤", "送绿豆汤。")
    assert "1 篇新的" in listed(anna)
    add_report("两样", "绿豆汤和追讨欠薪。")
    add_report("追讨", "追讨欠薪。")
    assert "1 篇新的" in listed(anna), "only the report that has all the words is a result now"


def test_all_new_ones_can_be_taken_as_seen(anna: Client) -> None:
    saved = save(anna, "清凉", q="清凉")
    add_report("又送清凉", "工会再送清凉。")
    anna.post(f"/search/saved/{saved.pk}/", {"action": "seen"})
    assert "没有新的" in listed(anna)


def test_a_search_is_renamed_and_deleted(anna: Client) -> None:
    saved = save(anna, "清凉", q="清凉")
    anna.post(f"/search/saved/{saved.pk}/", {"action": "rename", "name": "降温\x00 <b>"})
    assert "降温 &lt;b&gt;" in listed(anna)
    anna.post(f"/search/saved/{saved.pk}/", {"action": "rename", "name": "  "})
    assert SavedSearch.objects.get().name == "降温 <b>"
    anna.post(f"/search/saved/{saved.pk}/", {"action": "remove"})
    assert not SavedSearch.objects.exists()


def test_nobody_sees_or_changes_what_others_saved(anna: Client) -> None:
    saved = save(anna, "只有安娜的", q="清凉")
    other = Client()
    other.force_login(User.objects.create_superuser("boss"))
    assert "只有安娜的" not in listed(other)
    for address in (f"/search/saved/{saved.pk}/", f"/search/saved/{saved.pk}/new/"):
        assert other.get(address).status_code == 404
    assert other.post(f"/search/saved/{saved.pk}/", {"action": "remove"}).status_code == 404
    assert SavedSearch.objects.exists()


def test_who_is_not_logged_in_comes_back_to_the_search_after_the_login(client: Client) -> None:
    assert client.get("/search/saved/")["Location"] == "/login/?next=/search/saved/"
    sent = client.post("/search/saved/", {"q": "清凉", "name": "x"})
    assert sent["Location"].startswith("/login/?next=/search/%3Fq%3D")
    assert client.get("/search/saved/1/")["Location"] == "/login/?next=/search/saved/1/"
    assert not SavedSearch.objects.exists()


def test_the_same_search_is_saved_once_and_too_much_is_refused(anna: Client) -> None:
    save(anna, "清凉", q="清凉")
    again = anna.post("/search/saved/", {"q": "清凉", "name": "again", "p": "2"}, follow=True)
    assert "已经存过" in again.text
    assert "太长" in anna.post("/search/saved/", {"q": "清" * 1000}, follow=True).text
    user = User.objects.get(username="anna")
    rest = [
        SavedSearch(user=user, name=str(n), parameters=f"q={n}", seen="2020-01-01T00:00Z") for n in range(MOST_SAVED)
    ]
    SavedSearch.objects.bulk_create(rest)
    assert "最多存" in anna.post("/search/saved/", {"q": "新的"}, follow=True).text


def test_the_list_asks_the_database_as_often_for_one_report_as_for_many(
    anna: Client, django_assert_max_num_queries
) -> None:
    for number in range(8):
        save(anna, str(number), q="清凉", year=f"{2001 + number}..", region="510500", programme="song-qing-liang")
    with django_assert_max_num_queries(12):
        listed(anna)  # nothing arrived: the index is not asked
    add_report("又送清凉", "工会再送清凉。", "2014-07-01", "510500", "送清凉")
    with django_assert_max_num_queries(12 + 8 * 6):
        listed(anna)


def test_without_an_index_the_list_is_there_and_says_so(anna: Client, settings: Any, tmp_path: Any) -> None:
    save(anna, "清凉", q="清凉")
    add_report("又送清凉", "工会再送清凉。")
    from haystack import connections

    backend = connections["default"].get_backend()
    pointer = backend.generations.root / "CURRENT"
    name = pointer.read_text()
    pointer.unlink()
    try:
        assert "暂时数不了" in listed(anna)
    finally:
        pointer.write_text(name)
