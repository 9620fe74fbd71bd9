"""The keys follow the archive: at once where it changes, by comparison where it was changed unseen."""

import pytest

from archive.models import Article, ArticlePerson, City, Initiative, InitiativeAlias
from search.jobs import drain_outbox, refresh_suggestions
from search.models import OutboxRow, SoundKey, SuggestionKey, SuggestionKind
from search.suggesting.candidates import find_by_key
from search.suggesting.refreshing import STORED_KINDS
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive():
    """A vocabulary, and nothing else; no index."""
    add_vocabulary()


def rows() -> list[tuple]:
    columns = SuggestionKey.objects.values_list("kind", "key", "target", "alias", "is_inside", "weight")
    return sorted((kind, bytes(key), *rest) for kind, key, *rest in columns)


def found(kind: str, typed: str) -> list[str]:
    return [candidate.target for candidate in find_by_key(SuggestionKind(kind), typed, limit=9)]


def test_a_new_programme_is_found_at_once_and_a_removed_one_no_more() -> None:
    programme = Initiative.objects.create(name="金秋助学", category="组织建设", scope="national")
    assert found("programme", "jqzx") == [str(programme.pk)]
    programme.delete()
    assert found("programme", "jqzx") == []


def test_a_renamed_programme_is_found_by_its_new_name_alone() -> None:
    programme = Initiative.objects.get(name="送清凉")
    programme.name = "夏日送爽"
    programme.save()
    assert found("programme", "xrss") == [str(programme.pk)]
    assert found("programme", "sql") == []


def test_another_name_is_found_as_long_as_it_is_there() -> None:
    programme = Initiative.objects.get(name="送清凉")
    alias = InitiativeAlias.objects.create(initiative=programme, name="消暑行动")
    assert found("programme", "消暑") == [str(programme.pk)]
    alias.delete()
    assert found("programme", "消暑") == []


def test_a_published_report_brings_its_headline_and_people_and_a_withdrawn_one_takes_them() -> None:
    article = add_report("工会新事", "正文。")
    ArticlePerson.objects.create(article=article, name="曾红")
    assert found("headline", "ghxs") == [str(article.pk)]
    assert found("person", "zenghong") == ["曾红"]
    article.status = "withdrawn"
    article.save()
    assert found("headline", "ghxs") == found("person", "zenghong") == []
    assert not OutboxRow.objects.exists()


def test_what_a_killed_process_left_is_done_by_the_next_and_twice_changes_nothing() -> None:
    article = add_report("工会新事", "正文。")
    SuggestionKey.objects.filter(kind="headline").delete()
    OutboxRow.objects.bulk_create([OutboxRow(generation="suggestions", article_id=article.pk) for _ in range(3)])
    drain_outbox()
    once = rows()
    assert found("headline", "ghxs") == [str(article.pk)]
    OutboxRow.objects.create(generation="suggestions", article_id=article.pk)
    drain_outbox()
    assert rows() == once
    assert not OutboxRow.objects.exists()


def test_an_article_that_is_gone_is_no_error() -> None:
    OutboxRow.objects.create(generation="suggestions", article_id=999_999)
    drain_outbox()
    assert not OutboxRow.objects.exists()


def test_a_refresh_mends_what_was_changed_unseen_and_again_changes_nothing() -> None:
    article = add_report("工会新事", "正文。")
    ArticlePerson.objects.bulk_create([ArticlePerson(article=article, name="单雄")])
    City.objects.filter(pk="510500").update(name="江城市")
    SuggestionKey.objects.create(kind="person", key="无此人".encode(), target="无此人")
    SuggestionKey.objects.filter(kind="headline").delete()
    refresh_suggestions()
    assert found("person", "sx") == ["单雄"]
    assert found("region", "jcs") == ["510500"]
    assert found("region", "luzhou") == found("person", "无此人") == []
    assert found("headline", "ghxs") == [str(article.pk)]
    once = rows()
    keys = set(SuggestionKey.objects.values_list("pk", flat=True))
    refresh_suggestions()
    assert rows() == once
    assert set(SuggestionKey.objects.values_list("pk", flat=True)) == keys


def test_keys_made_one_by_one_are_those_that_a_refresh_makes() -> None:
    article = add_report("工会新事", "正文。")
    ArticlePerson.objects.create(article=article, name="曾红")
    one_by_one = rows()
    SuggestionKey.objects.all().delete()
    SoundKey.objects.all().delete()
    refresh_suggestions()
    assert rows() == one_by_one
    assert {kind for kind, *_ in rows()} == set(STORED_KINDS)


def test_many_articles_changed_at_once_are_all_followed() -> None:
    for number in range(3):
        add_report(f"第{number}件事", "正文。", status="draft")
    Article.objects.update(status="published")
    assert len(found("headline", "d")) == 3
