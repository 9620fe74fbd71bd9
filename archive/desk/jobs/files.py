"""Jobs: files that were handed in and that no job needs any more -> gone."""

import datetime

from django.utils import timezone

from archive.models import ItemState, JobItem
from archive.models.job import keep_privately

# A file that failed can be tried again for so long.
DAYS_KEPT = 30
_HANDED_IN = "jobs"


def remove_old_files() -> int:
    """Remove the files of items that are settled, failed ones after some time, and files without an item.

    A file is usually gone with its item's transaction; this finds what a killed process left. A file of today
    may belong to a job that is being written. Returns how many were removed.
    """
    storage = keep_privately()
    if not storage.exists(_HANDED_IN):
        return 0
    now = timezone.now()
    needed = _needed_files()
    removed = 0
    for name in storage.listdir(_HANDED_IN)[1]:
        path = f"{_HANDED_IN}/{name}"
        age = now - storage.get_modified_time(path)
        if age > datetime.timedelta(days=DAYS_KEPT if path in needed else 1):
            storage.delete(path)
            removed += 1
    return removed


def _needed_files() -> set[str]:
    kept = JobItem.objects.exclude(file="").filter(state__in=(ItemState.WAITING, ItemState.FAILED))
    return set(kept.values_list("file", flat=True))
