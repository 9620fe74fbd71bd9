"""What the worker does for the search by the clock."""

import datetime

from django.conf import settings
from django.utils import timezone
from django_q.models import Schedule


def schedule_jobs() -> None:
    """Have the worker drain the outbox every minute, and compare index, suggestions and database every day."""
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
    refreshing = {"func": "search.jobs.refresh_suggestions", "schedule_type": Schedule.DAILY, "repeats": -1}
    Schedule.objects.update_or_create(
        name="refresh_suggestions",
        defaults=refreshing,
        # A new archive was filled a moment ago.
        create_defaults={**refreshing, "next_run": timezone.now() + datetime.timedelta(days=1)},
    )
    Schedule.objects.update_or_create(
        name="forget_old_counts",
        defaults={"func": "search.queries.jobs.forget_old_counts", "schedule_type": Schedule.DAILY, "repeats": -1},
    )
