"""What the worker does for the counts of queries: forgets those too old for any list."""

import datetime

from django.utils import timezone

from search.models import QueryCount

DAYS_KEPT = 400


def forget_old_counts() -> None:
    """Delete the counts of days long past."""
    QueryCount.objects.filter(day__lt=timezone.localdate() - datetime.timedelta(days=DAYS_KEPT)).delete()
