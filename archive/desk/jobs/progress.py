"""Jobs: the rows of jobs and their items -> how far each job is, counted and never guessed."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from archive.desk.jobs.control import SECONDS_OF_SILENCE
from archive.models import ItemState, Job, JobItem, JobState

_ORDER = (ItemState.DONE, ItemState.SKIPPED, ItemState.FAILED, ItemState.WAITING)


@dataclass(frozen=True, slots=True)
class Progress:
    """A job and what became of its items so far."""

    job: Job
    done: int
    skipped: int
    failed: int
    waiting: int

    @property
    def total(self) -> int:
        """All items."""
        return self.settled + self.waiting

    @property
    def settled(self) -> int:
        """The items that nothing more will be done with."""
        return self.done_or_skipped + self.failed

    @property
    def done_or_skipped(self) -> int:
        """The items with which nothing went wrong."""
        return self.done + self.skipped

    @property
    def is_open(self) -> bool:
        """Whether the worker has the job or will have it."""
        return self.job.state in (JobState.WAITING, JobState.RUNNING, JobState.STOPPING)

    @property
    def is_silent(self) -> bool:
        """Whether the worker should have given a sign of life and has not."""
        silence = datetime.timedelta(seconds=SECONDS_OF_SILENCE)
        return self.is_open and self.job.heard is not None and self.job.heard < timezone.now() - silence

    @property
    def can_stop(self) -> bool:
        """Whether a person can stop it."""
        return self.job.state in (JobState.WAITING, JobState.RUNNING)

    @property
    def can_go_on(self) -> bool:
        """Whether it was stopped before its end."""
        return self.job.state == JobState.STOPPED

    @property
    def can_retry(self) -> bool:
        """Whether failed items can be done once more."""
        return bool(self.failed) and not self.is_open


def follow_jobs(jobs: Iterable[Job]) -> tuple[Progress, ...]:
    """Return how far each job is, in one query for all."""
    rows = tuple(jobs)
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    items = JobItem.objects.filter(job__in=[job.pk for job in rows]).order_by()
    for job, state, count in items.values_list("job", "state").annotate(count=Count("pk")):
        counts[job][state] = count
    return tuple(Progress(job, *(counts[job.pk].get(state, 0) for state in _ORDER)) for job in rows)
