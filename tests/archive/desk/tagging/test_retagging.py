"""The job that tags articles anew: by the vocabulary as it is when an article's turn comes."""

import pytest
from django.contrib.auth.models import User

from archive.desk.jobs.control import retry_failed
from archive.desk.jobs.running import run_job
from archive.desk.tagging.programme_entry import ProgrammeEntry
from archive.desk.tagging.saving import read_stored, remove_programme, save_programme
from archive.models import Article, ArticleInitiative, Initiative, Job, JobState
from tests.archive.desk.tagging.articles import add_article, add_programme, link, names_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna")


@pytest.fixture
def cooling() -> Initiative:
    return add_programme("送清凉", "清凉行动")


def with_aliases(programme: Initiative, *aliases: str) -> ProgrammeEntry:
    entry = read_stored(programme)
    return ProgrammeEntry(
        entry.name, aliases, entry.category, entry.scope, entry.origin, entry.first_year, entry.description
    )


def change(programme: Initiative, user: User, *aliases: str) -> Job | None:
    return save_programme(with_aliases(programme, *aliases), programme, user)[1]


def results(job: Job) -> list[tuple[str, str, str]]:
    return list(job.items.order_by("number").values_list("name", "state", "message"))


def test_saving_starts_a_job_that_adds_and_takes_away_links(cooling, anna):
    new, old = add_article("新的", "防暑降温。"), add_article("旧的", "清凉行动。")
    link(old, cooling, "清凉行动")
    job = change(cooling, anna, "防暑降温")
    assert names_of(new) == []
    run_job(job.pk)
    assert (names_of(new), names_of(old)) == (["送清凉"], [])
    assert results(job) == [
        ("旧的", "done", "去掉“送清凉”（清凉行动）。"),
        ("新的", "done", "加上“送清凉”（防暑降温）。"),
    ]
    assert [item.articles.get() for item in job.items.order_by("number")] == [old, new]


def test_nothing_to_tag_starts_no_job(cooling, anna):
    assert change(cooling, anna, "清凉行动", "谁也不写的名字") is None
    assert Job.objects.count() == 0


def test_going_back_to_the_old_names_brings_the_links_back(cooling, anna):
    article = add_article("旧的", "清凉行动。")
    link(article, cooling, "清凉行动")
    run_job(change(cooling, anna).pk)
    assert names_of(article) == []
    run_job(change(cooling, anna, "清凉行动").pk)
    assert names_of(article) == ["送清凉"]


def test_an_article_that_a_person_confirmed_meanwhile_is_left_alone(cooling, anna):
    article = add_article("旧的", "清凉行动。")
    row = link(article, cooling, "清凉行动")
    job = change(cooling, anna)
    row.is_confirmed = True
    row.save()
    run_job(job.pk)
    assert names_of(article) == ["送清凉"]
    assert results(job) == [("旧的", "skipped", "没有要改的。")]


def test_a_job_that_comes_after_the_next_change_does_what_holds_then(cooling, anna):
    article = add_article("一", "防暑降温。")
    first = change(cooling, anna, "防暑降温")
    second = change(cooling, anna)
    run_job(first.pk)
    assert second is None
    assert names_of(article) == []


def test_an_article_that_has_gone_is_passed_over(cooling, anna):
    article = add_article("一", "防暑降温。")
    job = change(cooling, anna, "防暑降温")
    article.delete()
    run_job(job.pk)
    assert [state for _name, state, _message in results(job)] == ["skipped"]


def test_whoever_has_the_article_open_finds_a_version_between(cooling, anna):
    article = add_article("一", "防暑降温。")
    job = change(cooling, anna, "防暑降温")
    run_job(job.pk)
    version = article.history.first()
    assert (article.history.count(), version.history_change_reason, version.history_user) == (2, str(job), None)
    assert version.history_date <= ArticleInitiative.history.get().history_date


def test_the_articles_are_told_of_to_whoever_indexes_them(cooling, anna):
    from archive.signals import articles_changed

    told: set[int] = set()

    def note(ids, **_):
        told.update(ids)

    article = add_article("一", "防暑降温。")
    job = change(cooling, anna, "防暑降温")
    articles_changed.connect(note)
    try:
        run_job(job.pk)
    finally:
        articles_changed.disconnect(note)
    assert told == {article.pk}


def test_a_removed_programme_goes_after_its_links(cooling, anna):
    other = add_programme("清凉")
    article = add_article("一", "送清凉。")
    link(article, cooling, "送清凉")
    job = remove_programme(cooling, anna)
    assert Initiative.objects.filter(pk=cooling.pk).exists()
    run_job(job.pk)
    assert names_of(article) == [other.name]
    assert not Initiative.objects.filter(pk=cooling.pk).exists()
    assert Initiative.history.filter(id=cooling.pk).first().history_user == anna


def test_a_programme_that_a_person_confirms_while_it_goes_stays_and_that_is_said(cooling, anna):
    article = add_article("一", "送清凉。")
    row = link(article, cooling, "送清凉")
    job = remove_programme(cooling, anna)
    row.is_confirmed = True
    row.save()
    run_job(job.pk)
    assert Initiative.objects.filter(pk=cooling.pk).exists()
    assert "还有 1 篇稿件" in results(job)[-1][2]
    row.delete()
    assert retry_failed(job) == 1
    run_job(job.pk)
    assert not Initiative.objects.filter(pk=cooling.pk).exists()


def test_removing_one_that_no_article_has_takes_one_item(cooling, anna):
    job = remove_programme(cooling, anna)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, [state for _name, state, _message in results(job)]) == (JobState.FINISHED, ["done"])


def test_a_change_that_cannot_be_stored_changes_nothing(cooling, anna, monkeypatch):
    add_article("一", "防暑降温。")
    monkeypatch.setattr("archive.desk.tagging.saving.start_retag", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        change(cooling, anna, "防暑降温")
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动"]
    assert Article.objects.get().history.count() == 1
