"""The work list: a person -> what they typed and have not saved, and the jobs that are not at their end."""

from collections.abc import Sequence

from django.contrib.auth.models import User

from archive.desk.jobs.progress import Progress, follow_jobs
from archive.models import Job, JobState, KeptEntry

_MOST_JOBS = 10


def find_kept_entries(user: User) -> Sequence[KeptEntry]:
    """Return what a person typed into forms of articles and has not saved, the latest first."""
    return list(KeptEntry.objects.filter(user=user).select_related("article").order_by("-modified"))


def find_open_jobs() -> tuple[Progress, ...]:
    """Return the last jobs that the worker has or that were stopped on the way, with how far they are."""
    at_end = Job.objects.exclude(state=JobState.FINISHED)
    return follow_jobs(at_end.select_related("user")[:_MOST_JOBS])
