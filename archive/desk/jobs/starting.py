"""Jobs: what an editor asked for -> a job with its items, waiting for the worker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django_q.tasks import async_task

from archive.desk.jobs.kinds import KINDS
from archive.models import Job, JobItem, JobKind

_LONGEST_NAME = 255
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item to be: the name that people know it by, a file that was handed in, anything else as JSON."""

    name: str
    file: File | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


def start_job(
    kind: JobKind,
    user: AbstractBaseUser | AnonymousUser | None,
    items: Iterable[NewItem],
    parameters: Mapping[str, Any] | None = None,
) -> Job:
    """Write a job with its items, numbered from 1, and give it to the worker.

    All of it is one transaction, the worker's task too: a job that is there will be run. The messages of the job
    will be in the language of whoever starts it.
    """
    if kind not in KINDS:
        raise ValueError(f"no function does the items of {kind}: add it to KINDS")
    stored: list[JobItem] = []
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                user_id=user.pk if user else None,
                parameters={**(parameters or {}), "language": get_language()},
            )
            for number, item in enumerate(items, start=1):
                stored.append(_store_item(job, number, item))
            JobItem.objects.bulk_create(stored, batch_size=_ROWS_AT_ONCE)
            enqueue(job)
    except BaseException:
        for row in stored:
            row.file.delete(save=False)
        raise
    return job


def _store_item(job: Job, number: int, item: NewItem) -> JobItem:
    """Return an item's row; its file is stored under a name of ours."""
    row = JobItem(job=job, number=number, name=item.name[:_LONGEST_NAME], detail=dict(item.detail))
    if item.file is not None:
        row.file.save(uuid4().hex, item.file, save=False)
    return row


def enqueue(job: Job) -> None:
    """Give a job to the worker. The queue lies in the same database: call inside the change that makes it wait."""
    Job.objects.filter(pk=job.pk).update(heard=timezone.now())
    async_task("archive.desk.jobs.running.run_job", job.pk, task_name=f"job {job.pk}")
