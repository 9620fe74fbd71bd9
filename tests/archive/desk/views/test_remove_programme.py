"""Removing a programme: what it does to the articles is told first; what a person confirmed holds it."""

import pytest

from archive.desk.jobs.running import run_job
from archive.models import Initiative, Job
from tests.archive.desk.tagging.articles import add_article, add_programme, link, names_of


@pytest.fixture
def cooling(db) -> Initiative:
    return add_programme("送清凉", "清凉行动")


def address(programme: Initiative) -> str:
    return f"/desk/vocabulary/programmes/{programme.pk}/remove/"


def test_the_articles_that_lose_it_are_shown_and_then_lose_it(reviewer, cooling):
    article = add_article("在车间", "清凉行动启动。")
    link(article, cooling, "清凉行动")
    assert "会去掉 1 处标注" in reviewer.get(address(cooling)).text
    job_address = reviewer.post(address(cooling)).url
    job = Job.objects.get()
    assert job_address == f"/desk/jobs/{job.pk}/"
    assert "删除项目：送清凉" in reviewer.get(job_address).text
    run_job(job.pk)
    assert names_of(article) == []
    assert not Initiative.objects.exists()


def test_one_that_a_person_confirmed_somewhere_stays(reviewer, cooling):
    link(add_article("在车间", "清凉行动启动。"), cooling, "清凉行动", is_confirmed=True)
    text = reviewer.get(address(cooling)).text
    assert "现在不能删除" in text
    assert "有 1 处是人定下的" in text
    assert "没有删除" in reviewer.post(address(cooling), follow=True).text
    assert Job.objects.count() == 0


def test_an_editor_without_the_right_may_not(editor, cooling):
    assert editor.get(address(cooling)).status_code == 403
    assert editor.post(address(cooling)).status_code == 403
    assert "删除…" not in editor.get(f"/desk/vocabulary/programmes/{cooling.pk}/").text
