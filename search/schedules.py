"""What the worker does for the search by the clock."""

from django.conf import settings
from django_q.models import Schedule


def schedule_jobs() -> None:
    """Have the worker drain the outbox every minute, and compare index and database every day."""
    Schedule.objects.update_or_create(
        name="drain_outbox",
        defaults={"func": "search.jobs.drain_outbox", "schedule_type": Schedule.MINUTES, "minutes": 1, "repeats": -1},
    )
    Schedule.objects.update_or_create(
        name="check_index",
        defaults={
            "func": "search.jobs.repair_index",
            "args": repr((settings.SEARCH_ENGINE,)),
            "schedule_type": Schedule.DAILY,
            "repeats": -1,
        },
    )
