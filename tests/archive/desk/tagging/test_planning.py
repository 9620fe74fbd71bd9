"""What a change of a programme would do to the articles, told before it is made."""

import pytest
from django.contrib.auth.models import User

from archive.desk.tagging import planning
from archive.desk.tagging.planning import ProgrammeChange, RetagPlan, plan_retag
from archive.desk.vocabulary import load_vocabulary
from archive.extraction.programmes import Programme
from archive.models import City, Initiative
from tests.archive.desk.tagging.articles import add_article, add_programme, link, words_of

pytestmark = pytest.mark.django_db


def plan(programme: Initiative, *names: str) -> RetagPlan:
    """Plan other names of a stored programme."""
    stored = (programme.name, *programme.aliases.values_list("name", flat=True))
    change = ProgrammeChange(words_of(programme, *stored), words_of(programme, *names))
    return plan_retag(change, load_vocabulary())


def shown(tags) -> list[tuple[str, str, str]]:
    return [(tag.article.headline, tag.programme, tag.words) for tag in tags]


@pytest.fixture
def cooling() -> Initiative:
    return add_programme("送清凉", "清凉行动")


def test_a_new_alias_adds_the_programme_where_it_stands_and_shows_the_words_there(cooling):
    add_article("一", "各级工会开展防暑降温活动，走进车间。")
    add_article("二", "没有提到。")
    found = plan(cooling, "送清凉", "清凉行动", "防暑降温")
    assert shown(found.added) == [("一", "送清凉", "防暑降温")]
    excerpt = found.added[0].excerpt
    assert (excerpt.before, excerpt.words, excerpt.after) == ("各级工会开展", "防暑降温", "活动，走进车间。")
    assert (found.removed, found.kept, found.unseen) == ((), (), ())


def test_an_alias_that_goes_takes_its_links_along_but_none_that_rests_on_another_name(cooling):
    link(add_article("只有别名", "清凉行动启动。"), cooling, "清凉行动")
    link(add_article("名称也有", "清凉行动就是送清凉。"), cooling, "清凉行动")
    found = plan(cooling, "送清凉")
    assert shown(found.removed) == [("只有别名", "送清凉", "清凉行动")]
    assert [one.headline for one in found.articles()] == ["只有别名"]


def test_what_a_person_confirmed_or_made_without_words_is_kept_and_told(cooling):
    link(add_article("核对过", "清凉行动启动。"), cooling, "清凉行动", is_confirmed=True)
    link(add_article("手加的", "清凉行动启动。"), cooling, "")
    found = plan(cooling, "送清凉")
    assert (found.removed, found.is_empty) == ((), True)
    assert [name for name, _programme, _words in shown(found.kept)] == ["手加的", "核对过"]


def test_a_link_that_a_person_took_away_does_not_come_back_and_one_that_a_job_took_away_does(cooling):
    by_person, by_job = add_article("人去掉的", "防暑降温。"), add_article("任务去掉的", "防暑降温。")
    for article, user in ((by_person, User.objects.create_user("anna")), (by_job, None)):
        row = link(article, cooling)
        row._history_user = user
        row.delete()
    assert [name for name, *_ in shown(plan(cooling, "送清凉", "防暑降温").added)] == ["任务去掉的"]


def test_a_link_that_a_person_took_away_and_put_back_is_like_any_other(cooling):
    user = User.objects.create_user("anna")
    article = add_article("又加上的", "清凉行动。")
    row = link(article, cooling)
    row._history_user = user
    row.delete()
    link(article, cooling, "清凉行动")
    assert [name for name, *_ in shown(plan(cooling, "送清凉").removed)] == ["又加上的"]


def test_a_longer_name_takes_the_words_from_the_programme_that_had_them():
    bargaining = add_programme("集体协商")
    grading = add_programme("等级评价")
    link(add_article("协商", "开展集体协商工作等级评价。"), bargaining, "集体协商")
    found = plan(grading, "等级评价", "集体协商工作等级评价")
    assert shown(found.added) == [("协商", "等级评价", "集体协商工作等级评价")]
    assert shown(found.removed) == [("协商", "集体协商", "集体协商")]
    assert found.seen[0].programmes == tuple(sorted((bargaining.pk, grading.pk)))


def test_links_of_programmes_with_other_words_are_left_alone(cooling):
    schooling = add_programme("金秋助学")
    link(add_article("一", "防暑降温。"), schooling, "早先的词")
    found = plan(cooling, "送清凉", "清凉行动", "防暑降温")
    assert [programme for _headline, programme, _words in shown((*found.added, *found.removed))] == ["送清凉"]


def test_what_a_neighbour_lacks_anyway_is_not_this_changes_doing():
    add_programme("集体协商")
    grading = add_programme("等级评价")
    add_article("协商", "开展集体协商，再作协商等级评价。")
    found = plan(grading, "等级评价", "协商等级评价")
    assert shown(found.added) == [("协商", "等级评价", "协商等级评价")]


def test_a_local_programme_counts_in_articles_about_its_place(luzhou):
    neijiang = City.objects.create(code="511000", name="内江市", level="city", province=luzhou.province)
    local = add_programme("一线工作法", scope="local", origin=luzhou)
    add_article("泸州的", "推行酒城做法。", place=luzhou)
    add_article("内江的", "推行酒城做法。", place=neijiang)
    add_article("哪里都不是", "推行酒城做法。")
    assert [name for name, *_ in shown(plan(local, "一线工作法", "酒城做法").added)] == ["泸州的"]


def test_another_place_of_a_local_programme_moves_its_links(luzhou):
    neijiang = City.objects.create(code="511000", name="内江市", level="city", province=luzhou.province)
    local = add_programme("一线工作法", scope="local", origin=luzhou)
    link(add_article("泸州的", "一线工作法。", place=luzhou), local, "一线工作法")
    add_article("内江的", "一线工作法。", place=neijiang)
    moved = Programme(local.pk, ("一线工作法",), is_local=True, place=neijiang.code)
    found = plan_retag(ProgrammeChange(words_of(local, "一线工作法"), moved), load_vocabulary())
    assert shown(found.added) == [("内江的", "一线工作法", "一线工作法")]
    assert shown(found.removed) == [("泸州的", "一线工作法", "一线工作法")]


def test_a_new_programme_is_found_in_what_is_there():
    add_article("夜校", "职工夜校开课。")
    found = plan_retag(ProgrammeChange(None, Programme(0, ("职工夜校",))), load_vocabulary())
    assert shown(found.added) == [("夜校", "职工夜校", "职工夜校")]


def test_a_programme_that_goes_leaves_its_words_to_others(cooling):
    other = add_programme("清凉")
    link(add_article("一", "送清凉。"), cooling, "送清凉")
    found = plan_retag(ProgrammeChange(words_of(cooling, "送清凉"), None), load_vocabulary())
    assert shown(found.added) == [("一", other.name, "清凉")]
    assert shown(found.removed) == [("一", "送清凉", "送清凉")]


def test_the_same_names_once_more_mend_what_does_not_fit_the_articles_any_more(cooling):
    link(add_article("改过正文", "没有提到。"), cooling, "送清凉")
    add_article("漏了的", "送清凉。")
    found = plan(cooling, "送清凉", "清凉行动")
    assert (len(found.added), len(found.removed)) == (1, 1)


def test_of_very_many_articles_the_last_are_looked_at_and_the_rest_is_left_to_the_job(cooling, monkeypatch):
    monkeypatch.setattr(planning, "MOST_LOOKED_AT", 2)
    articles = [add_article(f"第{number}篇", "防暑降温。") for number in range(5)]
    found = plan(cooling, "送清凉", "清凉行动", "防暑降温")
    assert (len(found.added), len(found.unseen)) == (2, 3)
    assert [one.key for one in found.articles()] == [article.pk for article in reversed(articles)]


def test_more_articles_take_no_more_queries_for_each(cooling, django_assert_max_num_queries):
    for number in range(30):
        add_article(f"第{number}篇", "防暑降温。")
    with django_assert_max_num_queries(12):
        assert len(plan(cooling, "送清凉", "防暑降温").added) == 30
