"""Jobs are stopped, go on, and are taken up after a crash."""

import contextlib
import datetime

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_q.models import OrmQ

from archive.desk.jobs.control import MOST_INTERRUPTIONS, resume_job, resume_silent_jobs, retry_failed, stop_job
from archive.desk.jobs.running import run_job
from archive.models import Job, JobState, Page
from tests.archive.desk.full_disk import full_disk
from tests.archive.desk.jobs.made_up_work import made_up_work, start_made_up_job, states_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def work():
    with made_up_work():
        yield


def leave(job: Job, state: JobState, minutes: int = 15) -> None:
    """Leave a job as a worker does that was killed some minutes ago: its task is out of reach."""
    OrmQ.objects.all().delete()
    heard = timezone.now() - datetime.timedelta(minutes=minutes)
    Job.objects.filter(pk=job.pk).update(state=state, heard=heard)


def state_of(job: Job) -> str:
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def test_a_waiting_job_is_stopped_at_once_and_its_task_does_nothing():
    job = start_made_up_job("甲")
    assert stop_job(job)
    run_job(job.pk)
    assert (state_of(job), states_of(job)) == (JobState.STOPPED, ["waiting"])


def test_a_stopped_job_goes_on_where_it_stopped():
    job = start_made_up_job("甲", "乙")
    run_job(job.pk, seconds=0)
    stop_job(job)
    assert resume_job(job)
    run_job(job.pk)
    assert (state_of(job), Page.objects.count()) == (JobState.FINISHED, 2)


@pytest.mark.parametrize("act", [stop_job, resume_job, retry_failed])
def test_a_finished_job_is_neither_stopped_nor_resumed(act):
    job = start_made_up_job("甲")
    run_job(job.pk)
    assert not act(job)
    assert state_of(job) == JobState.FINISHED


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.WAITING])
def test_a_job_whose_worker_died_or_whose_task_was_lost_is_given_to_the_worker_again(state):
    job = start_made_up_job("甲")
    leave(job, state)
    assert resume_silent_jobs() == 1
    assert [row.task["args"] for row in OrmQ.objects.all()] == [(job.pk,)]
    run_job(job.pk)
    assert (state_of(job), states_of(job)) == (JobState.FINISHED, ["done"])


def test_a_job_that_was_heard_of_just_now_is_left_alone():
    job = start_made_up_job("甲")
    leave(job, JobState.RUNNING, minutes=0)
    assert resume_silent_jobs() == 0
    assert state_of(job) == JobState.RUNNING


def test_a_job_that_should_have_stopped_when_its_worker_died_is_stopped():
    job = start_made_up_job("甲")
    leave(job, JobState.STOPPING)
    assert resume_silent_jobs() == 0
    assert state_of(job) == JobState.STOPPED


def test_an_item_that_kills_the_worker_each_time_is_failed_and_the_others_are_done():
    job = start_made_up_job("甲", "乙")
    for _ in range(MOST_INTERRUPTIONS):
        leave(job, JobState.RUNNING)
        resume_silent_jobs()
    run_job(job.pk)
    assert states_of(job) == ["failed", "done"]
    assert "中断了 3 次" in job.items.get(number=1).message


def test_failed_items_can_be_done_once_more():
    job = start_made_up_job("refused", "甲")
    run_job(job.pk)
    job.items.filter(number=1).update(name="好了")
    assert retry_failed(job) == 1
    run_job(job.pk)
    assert (states_of(job), Page.objects.count()) == (["done", "done"], 2)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_met_a_full_disk_goes_on_when_there_is_room_and_does_nothing_twice():
    job = start_made_up_job("甲", "large", "乙")
    with full_disk(), contextlib.suppress(OperationalError):
        run_job(job.pk)
    assert states_of(job)[1:] == ["waiting", "waiting"]
    resume_job(job)
    resume_silent_jobs(seconds=0)
    run_job(job.pk)
    assert (state_of(job), states_of(job), Page.objects.count()) == (JobState.FINISHED, ["done"] * 3, 3)
