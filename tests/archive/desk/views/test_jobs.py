"""The list of jobs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.desk.jobs.running import run_job
from tests.archive.desk.jobs.made_up_work import made_up_work, start_made_up_job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def work():
    with made_up_work():
        yield


def test_without_jobs_it_is_said_what_jobs_are(editor):
    assert "还没有任务" in editor.get("/desk/jobs/").text


def test_jobs_are_listed_the_newest_first_with_their_counts(editor):
    first, second = start_made_up_job("甲", "refused"), start_made_up_job("乙")
    run_job(first.pk)
    response = editor.get("/desk/jobs/")
    assert [progress.job for progress in response.context["jobs"]] == [second, first]
    assert '共 2 项 · 完成 1 · <span class="error">失败 1</span>' in " ".join(response.text.split())


def test_many_jobs_are_shown_by_screenfuls(editor):
    jobs = [start_made_up_job("甲") for _ in range(31)]
    assert [progress.job for progress in editor.get("/desk/jobs/?p=2").context["jobs"]] == jobs[:1]


def test_the_number_of_queries_does_not_grow_with_the_jobs(editor):
    def count_queries() -> int:
        start_made_up_job("甲")
        with CaptureQueriesContext(connection) as queries:
            editor.get("/desk/jobs/")
        return len(queries)

    count_queries()
    few = count_queries()
    for _ in range(10):
        start_made_up_job("甲", "乙")
    assert count_queries() == few
