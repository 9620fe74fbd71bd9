"""Bulk change: the changes that were made -> a line for each: what, whose, of how many, and whether to be undone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count

from archive.desk.bulk.change import Change, read_stored
from archive.desk.bulk.undoing import find_undo_refusal
from archive.desk.jobs.progress import Progress, follow_jobs
from archive.desk.people import name_person
from archive.models import BulkChange, BulkChangeItem, Job, JobKind


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change with how many articles it changed, the jobs that made it and took it back, why it may not be undone."""

    stored: BulkChange
    change: Change
    person: str
    count: int
    made: Progress | None
    undone: Progress | None
    refusal: str


def list_changes(changes: Iterable[BulkChange], user: User) -> tuple[ChangeLine, ...]:
    """Return the lines of changes as a person sees them."""
    rows = tuple(changes)
    keys = [stored.pk for stored in rows]
    counts = dict(
        BulkChangeItem.objects.filter(change__in=keys).order_by().values_list("change").annotate(count=Count("pk"))
    )
    made, undone = (_follow(kind, keys) for kind in (JobKind.CHANGE_ARTICLES, JobKind.UNDO_CHANGE))
    return tuple(
        ChangeLine(
            stored=stored,
            change=read_stored(stored),
            person=name_person(stored.user),
            count=counts.get(stored.pk, 0),
            made=made.get(stored.pk),
            undone=undone.get(stored.pk),
            refusal=find_undo_refusal(stored, user, _is_open(made.get(stored.pk)), counts.get(stored.pk, 0)),
        )
        for stored in rows
    )


def _follow(kind: JobKind, keys: list[int]) -> dict[int, Progress]:
    jobs = Job.objects.filter(kind=kind, parameters__change__in=keys)
    return {progress.job.parameters["change"]: progress for progress in follow_jobs(jobs)}


def _is_open(progress: Progress | None) -> bool:
    return progress is not None and progress.is_open
