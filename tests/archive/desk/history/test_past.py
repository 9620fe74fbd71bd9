"""Versions of an article as entries, with the links that it had then."""

import pytest

from archive.desk.editing.entry import FactKind, FactState
from archive.desk.history.past import Past, find_following, find_previous, find_version
from archive.models import Article, ArticleCity, ArticlePerson, Newspaper


def save(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()


def read(article, number):
    """Return the version with a number, from 1, as an entry."""
    row = list(article.history.order_by("history_id"))[number - 1]
    return Past(article).read(row, find_following(article, row))


def facts_of(entry):
    return {(fact.name, fact.state.value) for fact in entry.facts}


def test_a_version_is_what_the_text_was(article):
    save(article, headline="改过的", body="改过的正文。")
    assert read(article, 1).texts["headline"] == "工会送清凉到一线"
    assert read(article, 2).texts["body"] == "改过的正文。"


def test_links_belong_to_the_version_that_was_the_newest_when_they_were_made(article, luzhou):
    save(article, headline="二")
    link = ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province, evidence="泸州")
    save(article, headline="三")
    link.is_confirmed = True
    link.save()
    save(article, headline="四")
    link.delete()
    found, confirmed = (f"place:{luzhou.pk}", "found"), (f"place:{luzhou.pk}", "confirmed")
    assert [facts_of(read(article, number)) for number in (1, 2, 3, 4)] == [set(), {found}, {confirmed}, set()]
    assert read(article, 2).facts[0].words == "泸州"


def test_a_link_written_in_bulk_counts_as_always_there(article, luzhou):
    ArticlePerson.objects.create(article=article, name="白云")
    ArticleCity.objects.bulk_create([ArticleCity(article=article, city=luzhou, province=luzhou.province)])
    save(article, headline="二")
    past = Past(article)
    assert [fact.name for fact in past.unknown] == [f"place:{luzhou.pk}"]
    assert [fact.name for fact in read(article, 1).facts] == ["person:白云", f"place:{luzhou.pk}"]


def test_a_newspaper_that_is_gone_is_none(article):
    gone = Newspaper.objects.create(name="停办的报")
    save(article, newspaper=gone)
    save(article, newspaper=None)
    gone.delete()
    assert read(article, 1).texts["newspaper"] == "样报"
    assert read(article, 2).texts["newspaper"] == ""


def test_the_versions_before_and_after_one_are_found(article):
    save(article, headline="二")
    save(article, headline="三")
    first, second, third = article.history.order_by("history_id")
    assert (find_previous(article, second), find_following(article, second)) == (first, third)
    assert (find_previous(article, first), find_following(article, third)) == (None, None)


def test_a_version_of_another_article_is_not_found(article):
    other = Article.objects.create(body="别的")
    assert find_version(article, other.history.get().history_id) is None


@pytest.mark.parametrize("state", [FactState.FOUND, FactState.CONFIRMED])
def test_people_keep_their_roles(article, state):
    ArticlePerson.objects.create(
        article=article, name="白云", role="本报记者", is_confirmed=state is FactState.CONFIRMED
    )
    [fact] = read(article, 1).facts
    assert (fact.kind, fact.role, fact.state) == (FactKind.PERSON, "本报记者", state)


def test_many_versions_are_read_with_few_queries(article, luzhou, django_assert_num_queries):
    ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province)
    for number in range(20):
        save(article, headline=f"第{number}次")
    rows = list(article.history.order_by("history_id"))
    past = Past(article)
    with django_assert_num_queries(0):
        entries = [past.read(row, after) for row, after in zip(rows, [*rows[1:], None], strict=True)]
    assert len(entries) == 21
