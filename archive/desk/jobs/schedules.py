"""Jobs: what the worker does for them by the clock, and whenever it starts."""

import logging
from typing import Any

from django.db import DatabaseError
from django.dispatch import receiver
from django_q.models import Schedule
from django_q.signals import post_spawn

from archive.desk.jobs.control import resume_silent_jobs

logger = logging.getLogger(__name__)


def schedule_jobs() -> None:
    """Have the worker look for silent jobs every minute, and every day for files and sessions that nobody needs any
    more and for the sizes of tables.
    """
    Schedule.objects.update_or_create(
        name="resume_silent_jobs",
        defaults={
            "func": "archive.desk.jobs.control.resume_silent_jobs",
            "schedule_type": Schedule.MINUTES,
            "minutes": 1,
            "repeats": -1,
        },
    )
    Schedule.objects.update_or_create(
        name="remove_old_files",
        defaults={
            "func": "archive.desk.jobs.files.remove_old_files",
            "schedule_type": Schedule.DAILY,
            "repeats": -1,
        },
    )
    # Texts of pages lie in them, where a login ran out and nobody came back.
    Schedule.objects.update_or_create(
        name="clear_sessions",
        defaults={
            "func": "django.core.management.call_command",
            "args": repr(("clearsessions",)),
            "schedule_type": Schedule.DAILY,
            "repeats": -1,
        },
    )
    Schedule.objects.update_or_create(
        name="gather_statistics",
        defaults={"func": "archive.statistics.gather_statistics", "schedule_type": Schedule.DAILY, "repeats": -1},
    )


@receiver(post_spawn)
def take_up_jobs(**_: Any) -> None:
    """Take up at once what a worker before this one left: there is only one worker, so that one is dead."""
    try:
        resume_silent_jobs(seconds=0)
    except DatabaseError:
        logger.exception("the jobs that were left could not be taken up; the clock tries again")
