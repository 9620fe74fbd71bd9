"""A change of many articles is taken back where nobody has touched them since; the others are told."""

import pytest

from archive.desk.bulk.applying import Seen, start_change
from archive.desk.bulk.change import Change
from archive.desk.bulk.undoing import UndoError, start_undo
from archive.desk.jobs.control import resume_job, stop_job
from archive.desk.jobs.running import run_job
from archive.desk.reviewing.steps import latest_version, withdraw
from archive.models import Article, ArticleCity, ArticleInitiative, BulkAction, BulkChange, Status
from tests.archive.desk.bulk.changes import make_articles, outcomes, run_change, run_undo


@pytest.fixture
def articles(db):
    return make_articles(3)


def to_status(status, reason=""):
    return Change(BulkAction.SET_STATUS, status.value, str(status.label), reason)


def add(initiative):
    return Change(BulkAction.ADD_PROGRAMME, str(initiative.pk), initiative.name)


def remove(initiative):
    return Change(BulkAction.REMOVE_PROGRAMME, str(initiative.pk), initiative.name)


def stored():
    return list(Article.objects.order_by("pk"))


@pytest.mark.parametrize("status", [Status.REVIEW, Status.PUBLISHED, Status.WITHDRAWN])
def test_a_status_comes_back_with_a_version_and_a_note(articles, judge, status):
    run_change(to_status(status, "试试"), articles, judge)
    job = run_undo(judge)
    assert outcomes(job) == [("done", f"{status.label} → 草稿")] * 3
    for article in stored():
        assert article.status == Status.DRAFT
        assert article.history.first().history_user == judge
        assert [step.reason for step in article.review_steps.all()][-1] == "撤销批量改动"


def test_a_status_stays_where_the_article_was_touched_since(articles, judge):
    run_change(to_status(Status.PUBLISHED), articles, judge)
    edited, withdrawn, _ = stored()
    edited.headline = "有人改了主题"
    edited.save()
    withdraw(withdrawn, judge, "重复")
    job = run_undo(judge)
    assert outcomes(job) == [
        ("skipped", "这以后有人改过这篇稿件，没有撤销。"),
        ("skipped", "这以后有人改过这篇稿件，没有撤销。"),
        ("done", "已发布 → 草稿"),
    ]
    assert [article.status for article in stored()] == ["published", "withdrawn", "draft"]
    assert job.items.first().articles.get() == edited


def test_changes_are_taken_back_in_the_other_order_one_after_the_other(articles, judge, vocabulary):
    run_change(to_status(Status.REVIEW), articles, judge)
    run_change(add(vocabulary), stored(), judge)
    first, second = BulkChange.objects.order_by("pk")
    assert {state for state, _ in outcomes(run_undo(judge, second))} == {"done"}
    assert {state for state, _ in outcomes(run_undo(judge, first))} == {"done"}
    assert not ArticleInitiative.objects.exists()
    assert {article.status for article in stored()} == {"draft"}


def test_an_added_programme_goes_and_one_that_was_found_before_is_unconfirmed_again(articles, author, vocabulary):
    ArticleInitiative.objects.create(article=articles[0], initiative=vocabulary, evidence="送清凉")
    run_change(add(vocabulary), articles, author)
    assert [message for _, message in outcomes(run_undo(author))] == [
        "改回没有核对过：送清凉",
        "去掉了：送清凉",
        "去掉了：送清凉",
    ]
    link = ArticleInitiative.objects.get()
    assert (link.article_id, link.is_confirmed, link.evidence) == (articles[0].pk, False, "送清凉")


def test_a_removed_programme_comes_back_as_it_was(articles, author, vocabulary):
    ArticleInitiative.objects.create(article=articles[0], initiative=vocabulary, evidence="夏送清凉")
    run_change(remove(vocabulary), articles, author)
    assert not ArticleInitiative.objects.exists()
    assert outcomes(run_undo(author)) == [("done", "加回了：送清凉")]
    link = ArticleInitiative.objects.get()
    assert (link.evidence, link.is_confirmed) == ("夏送清凉", False)


def test_a_place_comes_back(articles, author, luzhou):
    ArticleCity.objects.create(article=articles[0], city=luzhou, province=luzhou.province, is_confirmed=True)
    run_change(Change(BulkAction.REMOVE_PLACE, "510500", "泸州市"), articles, author)
    run_undo(author)
    assert [(link.city_id, link.is_confirmed) for link in ArticleCity.objects.all()] == [("510500", True)]


def test_a_link_that_somebody_touched_since_stays(articles, author, judge, vocabulary):
    run_change(add(vocabulary), articles, author)
    first, second, _ = ArticleInitiative.objects.order_by("article")
    first.is_confirmed, first._history_user = False, judge
    first.save()
    second.delete()
    ArticleInitiative.objects.create(article=second.article, initiative=vocabulary, is_confirmed=True)
    job = run_undo(author)
    assert [state for state, _ in outcomes(job)] == ["skipped", "skipped", "done"]
    assert "有人改过这处标注" in outcomes(job)[0][1]
    assert ArticleInitiative.objects.count() == 2


def test_a_text_that_was_corrected_since_keeps_its_correction(articles, author, vocabulary):
    run_change(add(vocabulary), articles[:1], author)
    article = Article.objects.get(pk=articles[0].pk)
    article.headline = "改过的主题"
    article.save()
    assert outcomes(run_undo(author)) == [("done", "去掉了：送清凉")]
    assert Article.objects.get(pk=article.pk).headline == "改过的主题"


def test_a_programme_that_is_gone_does_not_come_back(articles, author, vocabulary):
    ArticleInitiative.objects.create(article=articles[0], initiative=vocabulary)
    run_change(remove(vocabulary), articles, author)
    vocabulary.delete()
    assert "已经不在了，没有撤销" in outcomes(run_undo(author))[0][1]


def test_an_article_that_is_gone_is_passed_over(articles, author):
    run_change(to_status(Status.REVIEW), articles[:1], author)
    job = start_undo(BulkChange.objects.get(), author)
    articles[0].delete()
    run_job(job.pk)
    assert outcomes(job)[0][0] == "skipped"


def test_a_change_is_taken_back_once_and_not_before_it_is_done(articles, author):
    job = start_change(to_status(Status.REVIEW), [Seen(one.pk, latest_version(one)) for one in articles], author)
    change = BulkChange.objects.get()
    with pytest.raises(UndoError, match="还没有做完"):
        start_undo(change, author)
    stop_job(job)
    with pytest.raises(UndoError, match="没有改成一篇稿件"):
        start_undo(change, author)
    resume_job(job)
    run_job(job.pk)
    run_undo(author)
    with pytest.raises(UndoError, match="已经撤销过"):
        start_undo(change, author)


def test_a_stopped_change_that_was_taken_back_does_not_go_on(articles, author):
    job = start_change(to_status(Status.REVIEW), [Seen(one.pk, latest_version(one)) for one in articles], author)
    run_job(job.pk, seconds=0)
    stop_job(job)
    run_undo(author)
    resume_job(job)
    run_job(job.pk)
    assert [state for state, _ in outcomes(job)] == ["done", "skipped", "skipped"]
    assert {article.status for article in stored()} == {"draft"}


def test_the_change_of_another_is_taken_back_by_who_may_publish(articles, author, join_group, judge):
    run_change(to_status(Status.REVIEW), articles, author)
    with pytest.raises(UndoError, match="只有做这次改动的人"):
        start_undo(BulkChange.objects.get(), join_group("colleague", "编辑"))
    assert outcomes(run_undo(judge))[0][0] == "done"


def test_who_may_not_publish_any_more_takes_nothing_back_from_readers(articles, judge):
    run_change(to_status(Status.PUBLISHED), articles, judge)
    judge.groups.clear()
    assert "不能发布和撤回" in outcomes(run_undo(type(judge).objects.get(pk=judge.pk)))[0][1]
    assert {article.status for article in stored()} == {"published"}
