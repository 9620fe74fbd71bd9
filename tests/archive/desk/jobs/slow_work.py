"""A worker whose items take some time, as a process that can be killed: `manage.py shell -c` runs `work()`."""

import os
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from archive.desk.jobs.kinds import KINDS, ItemOutcome, Kind
from archive.desk.jobs.starting import NewItem, start_job
from archive.models import ItemState, JobItem, JobKind, Page

ITEMS = 30
SECONDS_OF_AN_ITEM = 0.05


def do_item(item: JobItem) -> ItemOutcome:
    """Store a page, and say which process is at work."""
    page = Page.objects.create(text=item.name)
    note = Path(settings.DATA_DIR) / "at-work"
    note.with_suffix(".new").write_text(str(os.getpid()))
    note.with_suffix(".new").replace(note)
    time.sleep(SECONDS_OF_AN_ITEM)
    return ItemOutcome(ItemState.DONE, pages=(page,))


def begin() -> None:
    """Start the job."""
    start_job(JobKind.ADD_PAGES, None, [NewItem(f"第{number}项") for number in range(ITEMS)])


def work() -> None:
    """Run the worker until it is killed."""
    KINDS[JobKind.ADD_PAGES] = Kind("archive.add_page", write=f"{__name__}.do_item")
    call_command("qcluster")
