"""The state of the index: which words count in it, and the rebuild that makes the others count."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django_q.models import OrmQ
from haystack import connections

from archive.models import Article, DictionaryWord, Status
from search.find import find
from search.index_state import read_index_state
from search.jobs import rebuild_index
from search.rebuild import rebuild
from search.request import SearchRequest
from tests.indexes import take_indexes_away

ADDRESS = "/desk/vocabulary/index/"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    """One report and an index of it."""
    take_indexes_away()
    Article.objects.create(headline="娘家人来了", body="工会是职工的娘家人。", status=Status.PUBLISHED)
    rebuild(settings.SEARCH_ENGINE)


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("anna"))
    return client


def test_a_word_counts_after_a_rebuild_and_a_removed_one_until_then() -> None:
    DictionaryWord.objects.create(word="娘家人")
    state = read_index_state()
    assert (state.new_words, state.old_words, state.is_up_to_date) == (("娘家人",), (), False)
    assert rebuild_index(settings.SEARCH_ENGINE).endswith("1 articles")
    assert read_index_state().is_up_to_date
    DictionaryWord.objects.get().delete()
    assert read_index_state().old_words == ("娘家人",)


def test_the_report_is_found_before_and_after() -> None:
    assert find(SearchRequest(text="娘家人")).total == 1
    DictionaryWord.objects.create(word="娘家人")
    rebuild_index(settings.SEARCH_ENGINE)
    assert find(SearchRequest(text="娘家人")).total == 1


def test_a_rebuild_while_another_runs_is_passed_over() -> None:
    generations = connections[settings.SEARCH_ENGINE].get_backend().generations
    with generations.rebuild_lock():
        assert rebuild_index(settings.SEARCH_ENGINE).endswith("running already")


def test_the_screen_names_the_words_and_orders_one_rebuild(editor: Client) -> None:
    assert "不用重建" in editor.get(ADDRESS).text
    DictionaryWord.objects.create(word="娘家人")
    assert "娘家人" in editor.get(ADDRESS).text
    for _ in range(2):
        assert "在后台重建" in editor.post(ADDRESS, follow=True).text
    assert [row.task["func"] for row in OrmQ.objects.all()] == ["search.jobs.rebuild_index"]


def test_without_an_index_that_is_said(editor: Client, settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path
    assert "还没有索引" in editor.get(ADDRESS).text


def test_whoever_may_not_teach_words_may_not_order_a_rebuild(client: Client) -> None:
    client.force_login(User.objects.create_user("reader"))
    assert client.post(ADDRESS).status_code == 403
    assert not OrmQ.objects.exists()
