"""Work that the tests of jobs have done, item by item: each name says what becomes of it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.contrib.auth.models import User
from django.db import OperationalError

from archive.desk.jobs.control import stop_job
from archive.desk.jobs.kinds import KINDS, ItemOutcome, Kind
from archive.desk.jobs.starting import NewItem, start_job
from archive.intake.refusal import Reason, RefusedError
from archive.models import ItemState, Job, JobItem, JobKind, Page

ERRORS = {
    "refused": RefusedError(Reason.EMPTY),
    "broken": ValueError("怪"),
    "disk full": OSError(errno.ENOSPC, "No space left on device"),
    "database full": OperationalError("database or disk is full"),
    "database busy": OperationalError("database is locked"),
}


def do_item(item: JobItem) -> ItemOutcome:
    """Store a page of the item's name; then do what the name says."""
    much = "长" * 100_000 if item.name == "large" else ""
    page = Page.objects.create(text=f"{item.job_id} {item.name} {item.number}{much}")
    if item.name in ERRORS:
        raise ERRORS[item.name]
    if item.name == "stop":
        stop_job(item.job)
    if item.name == "skip":
        return ItemOutcome(ItemState.SKIPPED, "已经有了。", pages=(page,))
    return ItemOutcome(ItemState.DONE, pages=(page,))


def read_item(item: JobItem) -> str:
    """Return what is read before the transaction."""
    if item.name in ERRORS:
        raise ERRORS[item.name]
    return f"{item.job_id} 读到{item.name}"


def write_what_was_read(item: JobItem, read: str) -> ItemOutcome:
    """Store a page of it."""
    return ItemOutcome(ItemState.DONE, pages=(Page.objects.create(text=read),))


@contextmanager
def made_up_work(read: bool = False) -> Iterator[None]:
    """Have jobs that add pages do this module's work."""
    reading = Kind("archive.add_page", write=f"{__name__}.write_what_was_read", read=f"{__name__}.read_item")
    kind = reading if read else Kind("archive.add_page", write=f"{__name__}.do_item")
    with patch.dict(KINDS, {JobKind.ADD_PAGES: kind}):
        yield


def start_made_up_job(*names: str, user: User | None = None) -> Job:
    """Start a job with an item of each name."""
    return start_job(JobKind.ADD_PAGES, user, [NewItem(name) for name in names])


def states_of(job: Job) -> list[str]:
    """Return the states of a job's items in their order."""
    return list(job.items.order_by("number").values_list("state", flat=True))
