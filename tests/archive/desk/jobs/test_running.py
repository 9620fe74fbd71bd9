"""Jobs are run item by item: what is done stays done, and nothing is half done."""

import logging

import pytest
from django.utils import translation
from django_q.models import OrmQ

from archive.desk.jobs.control import resume_job
from archive.desk.jobs.running import run_job
from archive.models import ItemState, Job, JobState, Page
from tests.archive.desk.jobs.made_up_work import made_up_work, start_made_up_job, states_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def work():
    with made_up_work():
        yield


def test_items_are_done_in_their_order_and_linked_to_what_they_made():
    job = start_made_up_job("甲", "skip", "乙")
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FINISHED
    assert job.ended is not None
    assert states_of(job) == ["done", "skipped", "done"]
    assert [item.pages.get().text.split()[1] for item in job.items.order_by("number")] == ["甲", "skip", "乙"]


def test_a_refusal_and_an_unexpected_error_fail_their_items_alone(caplog):
    job = start_made_up_job("refused", "broken", "好")
    with caplog.at_level(logging.ERROR):
        run_job(job.pk)
    assert states_of(job) == ["failed", "failed", "done"]
    refused, broken, _ = job.items.order_by("number")
    assert refused.message == "文件是空的，没有文字。"
    assert "ValueError" in broken.message
    assert "ValueError: 怪" in caplog.text


def test_what_a_failed_item_wrote_is_taken_back():
    run_job(start_made_up_job("refused", "broken").pk)
    assert Page.objects.count() == 0


def test_a_job_is_in_the_queue_from_the_moment_it_is_there():
    job = start_made_up_job("甲")
    assert [row.task["args"] for row in OrmQ.objects.all()] == [(job.pk,)]


def test_a_second_task_of_a_job_changes_nothing():
    job = start_made_up_job("甲")
    run_job(job.pk)
    run_job(job.pk)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    run_job(job.pk)
    assert Page.objects.count() == 1


def test_a_long_job_queues_up_again_after_its_turn():
    job = start_made_up_job("甲", "乙")
    OrmQ.objects.all().delete()
    run_job(job.pk, seconds=0)
    job.refresh_from_db()
    assert (job.state, states_of(job)) == (JobState.WAITING, ["done", "waiting"])
    assert OrmQ.objects.count() == 1
    run_job(job.pk)
    assert states_of(job) == ["done", "done"]


def test_a_job_stops_between_two_items_and_nothing_of_the_item_in_work_is_left():
    job = start_made_up_job("甲", "stop", "乙")
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.STOPPED
    assert states_of(job)[2] == "waiting"
    assert Page.objects.count() == states_of(job).count("done")


@pytest.mark.parametrize("trouble", ["disk full", "database full"])
def test_a_full_disk_stops_the_job_with_a_message_and_it_goes_on_when_there_is_room(trouble):
    job = start_made_up_job("甲", trouble, "乙")
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.STOPPED
    assert "磁盘满了" in job.message
    assert states_of(job) == ["done", "waiting", "waiting"]
    job.items.filter(number=2).update(name="有了空间")
    assert resume_job(job)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.message, states_of(job)) == (JobState.FINISHED, "", ["done"] * 3)


def test_a_busy_database_leaves_the_job_to_be_taken_up_again():
    job = start_made_up_job("database busy")
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, states_of(job)) == (JobState.RUNNING, ["waiting"])


def test_what_is_read_before_the_transaction_is_given_to_the_writer():
    with made_up_work(read=True):
        job = start_made_up_job("甲", "refused", "disk full")
        run_job(job.pk)
    job.refresh_from_db()
    assert states_of(job) == ["done", "failed", "waiting"]
    assert job.state == JobState.STOPPED
    assert Page.objects.get().text.endswith("读到甲")


def test_messages_are_in_the_language_of_whoever_started_the_job():
    with translation.override("en"):
        job = start_made_up_job("refused")
    run_job(job.pk)
    assert job.items.get().message == "The file is empty: there is no text in it."


def test_an_item_that_another_worker_has_done_is_not_done_again(monkeypatch):
    job = start_made_up_job("甲")

    def find(*args: object) -> None:
        job.items.update(state=ItemState.DONE)

    monkeypatch.setattr("tests.archive.desk.jobs.made_up_work.read_item", find)
    with made_up_work(read=True):
        run_job(job.pk)
    assert Page.objects.count() == 0
