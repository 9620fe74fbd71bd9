"""Files that were handed in go when nobody needs them."""

import datetime
import os
import time

import pytest
from django.core.files.base import ContentFile

from archive.desk.jobs.files import DAYS_KEPT, remove_old_files
from archive.desk.jobs.running import run_job
from archive.desk.jobs.starting import NewItem, start_job
from archive.models import JobItem, JobKind
from archive.models.job import keep_privately
from tests.archive.desk.jobs.made_up_work import made_up_work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def work():
    remove_old_files()
    with made_up_work():
        yield


def hand_in(name: str) -> JobItem:
    job = start_job(JobKind.ADD_PAGES, None, [NewItem(name, ContentFile(b"x"))])
    return JobItem.objects.get(job=job)


def make_older(item: JobItem, days: float) -> None:
    then = time.time() - datetime.timedelta(days=days).total_seconds()
    os.utime(item.file.path, (then, then))


def is_there(item: JobItem) -> bool:
    return item.file.storage.exists(str(item.file))


def test_the_file_of_an_item_that_waits_or_failed_stays_for_some_time():
    waiting, failed = hand_in("甲"), hand_in("refused")
    run_job(failed.job_id)
    for item in (waiting, failed):
        make_older(item, DAYS_KEPT - 1)
    remove_old_files()
    assert is_there(waiting)
    assert is_there(failed)
    make_older(failed, DAYS_KEPT + 1)
    assert remove_old_files() == 1
    assert not is_there(failed)


def test_a_file_without_an_item_goes_after_a_day():
    item = hand_in("甲")
    JobItem.objects.all().delete()
    assert remove_old_files() == 0
    make_older(item, 1.1)
    assert remove_old_files() == 1


def test_what_a_killed_worker_did_not_remove_goes_after_a_day():
    item = hand_in("甲")
    run_job(item.job_id)
    keep_privately().save(item.file.name, ContentFile(b"x"))
    make_older(item, 1.1)
    assert remove_old_files() == 1


def test_before_anything_was_handed_in_there_is_nothing_to_remove(settings, tmp_path):
    options = {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path / "none"}}
    settings.STORAGES = {**settings.STORAGES, "private": options}
    assert remove_old_files() == 0
