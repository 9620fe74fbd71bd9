"""The outbox: what is committed is found, what is withdrawn is gone, and nothing is lost in between."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import transaction
from haystack import connections

from archive.models import Article, ArticleCity, ArticleInitiative, City, Initiative, Newspaper
from search.find import find
from search.models import OutboxRow
from search.outbox import drain
from search.rebuild import rebuild
from search.request import SearchRequest
from tests.indexes import take_indexes_away
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_indexes() -> None:
    """An empty index of every engine, which takes the changes of the test."""
    take_indexes_away()
    add_vocabulary()
    for name in settings.SEARCH_ENGINES:
        rebuild(name)


@pytest.fixture
def total(engine: str) -> Callable[..., int]:
    """Count what the engine finds."""

    def total(text: str, **choices: str) -> int:
        request = SearchRequest(text, {facet: (value,) for facet, value in choices.items()})
        return find(request, engine).total

    return total


def test_a_saved_article_is_found_at_once(total) -> None:
    add_report("新稿件", "工会的新做法。")
    assert total("“新做法”") == 1
    assert not OutboxRow.objects.exists()


def test_a_withdrawn_article_is_gone_at_once(total) -> None:
    article = add_report("新稿件", "工会的新做法。")
    article.status = "withdrawn"
    article.save()
    assert total("“新做法”") == 0


def test_a_deleted_article_is_gone_at_once(total) -> None:
    add_report("新稿件", "工会的新做法。").delete()
    assert total("“新做法”") == 0


def test_a_changed_article_is_found_by_its_new_words_only(total) -> None:
    article = add_report("新稿件", "工会的新做法。")
    article.body = "工会的老办法。"
    article.save()
    assert (total("“新做法”"), total("“老办法”"), total("")) == (0, 1, 1)


def test_changes_of_many_at_once_are_found(total) -> None:
    add_report("甲", "工会。")
    add_report("乙", "工会。")
    Article.objects.filter(headline="乙").update(status="withdrawn")
    assert total("工会") == 1
    Article.objects.bulk_create([Article(headline="丙", body="工会。", status="published")])
    assert total("工会") == 2
    article = Article.objects.get(headline="丙")
    article.body = "换了。"
    Article.objects.bulk_update([article], ["body"])
    assert total("工会") == 1


def test_a_link_is_counted_at_once_and_gone_with_it(total) -> None:
    article = add_report("新稿件", "工会。")
    city = City.objects.get(pk="510500")
    link = ArticleCity.objects.create(article=article, city=city, province=city.province)
    ArticleInitiative.objects.create(article=article, initiative=Initiative.objects.get(name="送清凉"))
    assert total("", region="510000") == 1
    assert total("initiative:送清凉") == 1
    link.delete()
    assert total("", region="510000") == 0


def test_a_city_that_moves_takes_its_articles_along(total) -> None:
    add_report("新稿件", "工会。", city="510502")
    district = City.objects.get(pk="510502")
    district.parent = City.objects.get(pk="510101")
    district.save()
    assert (total("", region="510101"), total("", region="510500")) == (1, 0)


def test_new_addresses_of_programme_and_newspaper_reach_the_index(total) -> None:
    add_report("新稿件", "工会。", initiative="送清凉", newspaper="甲报")
    for thing, slug in (
        (Initiative.objects.get(name="送清凉"), "cool"),
        (Newspaper.objects.get(name="甲报"), "new-jia"),
    ):
        thing.slug = slug
        thing.save()
    assert (total("", programme="cool"), total("", newspaper="new-jia")) == (1, 1)


def test_what_is_rolled_back_leaves_no_trace(total) -> None:
    with transaction.atomic():
        add_report("新稿件", "工会的新做法。")
        transaction.set_rollback(True)
    assert not OutboxRow.objects.exists()
    assert total("") == 0


def test_the_row_is_in_the_transaction_of_the_change() -> None:
    with transaction.atomic():
        article = add_report("新稿件", "工会的新做法。")
        assert set(OutboxRow.objects.values_list("article_id", flat=True)) == {article.pk}
    assert not OutboxRow.objects.exists()


def test_a_change_waits_in_the_outbox_while_another_process_writes(engine: str, total) -> None:
    generations = connections[engine].get_backend().generations
    with generations.writer_lock():
        add_report("新稿件", "工会的新做法。")
        assert total("“新做法”") == 0
    assert OutboxRow.objects.filter(generation=generations.current().name).count() == 1
    assert drain(engine)
    assert total("“新做法”") == 1


def test_applying_a_row_twice_changes_nothing(engine: str, total) -> None:
    article = add_report("新稿件", "工会的新做法。")
    name = connections[engine].get_backend().current().name
    OutboxRow.objects.bulk_create([OutboxRow(generation=name, article_id=article.pk) for _ in range(3)])
    drain(engine)
    assert total("“新做法”") == 1
    assert not OutboxRow.objects.exists()


def test_a_row_of_an_article_that_is_gone_is_no_error(engine: str) -> None:
    name = connections[engine].get_backend().current().name
    OutboxRow.objects.create(generation=name, article_id=999_999)
    drain(engine)
    assert not OutboxRow.objects.exists()
