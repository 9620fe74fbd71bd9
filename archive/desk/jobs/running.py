"""Jobs: a waiting job -> its items done one by one, each in a transaction with its outcome.

Killed anywhere, what was done is done, and the item in work is as if never begun. Several workers may try: the one
whose sign of life (`heard`) is the last goes on, the others notice and leave.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from archive.desk.explaining import explain_refusal
from archive.desk.jobs.kinds import KINDS, ItemOutcome
from archive.desk.jobs.starting import enqueue
from archive.desk.trouble import is_busy, is_out_of_room
from archive.intake.refusal import RefusedError
from archive.models import ItemState, Job, JobItem, JobKind, JobState

logger = logging.getLogger(__name__)

# Then the worker looks at its other tasks, and the job queues up again. Shorter than what it is given to end.
SECONDS_OF_A_TURN = 8


class _DisplacedError(Exception):
    """The job was stopped, or another worker has taken it over."""


class _StandstillError(Exception):
    """No item can be done now; its text tells people why. Empty: it will pass, try again later."""


def run_job(job_id: int, seconds: float = SECONDS_OF_A_TURN) -> None:
    """Do the items of a job that waits, until none is left, it is stopped, or the turn is over."""
    job = _claim(job_id)
    if job is None:
        return
    end = time.monotonic() + seconds
    with translation.override(job.parameters.get("language")):
        try:
            while item := job.items.filter(state=ItemState.WAITING).first():
                _do_item(job, item)
                if time.monotonic() > end:
                    _queue_up_again(job)
                    return
            _finish(job)
        except _DisplacedError:
            settle_stop(job.pk)
        except _StandstillError as standstill:
            _stand_still(job, str(standstill))


def _claim(job_id: int) -> Job | None:
    """Take the job; None where it does not wait, as when its task came a second time."""
    now = timezone.now()
    if not Job.objects.filter(pk=job_id, state=JobState.WAITING).update(state=JobState.RUNNING, heard=now, message=""):
        return None
    return Job.objects.select_related("user").get(pk=job_id)


def _do_item(job: Job, item: JobItem) -> None:
    """Do an item. A failure of its own is written down, a failure of the machine stops the job."""
    kind = KINDS[JobKind(job.kind)]
    try:
        arguments = kind.load_reader()(item)
        write = kind.load_writer()
        _settle(job, item, lambda: write(item, *arguments))
    except _DisplacedError:
        raise
    except Exception as error:
        message = _explain(job, item, error)
        _settle(job, item, lambda: ItemOutcome(ItemState.FAILED, message))


def _explain(job: Job, item: JobItem, error: Exception) -> str:
    """Return why an item failed; raise where it is not the item's fault."""
    if isinstance(error, RefusedError):
        return explain_refusal(error)
    if is_busy(error):
        raise _StandstillError from error
    if is_out_of_room(error):
        raise _StandstillError(_("服务器的磁盘满了，任务停在这里。请告诉管理员；腾出空间后按“继续”。")) from error
    logger.error("job %s, item %s", job.pk, item.number, exc_info=error)
    message = _("出现了没有料到的错误（%(error)s），详情记在服务器的日志里；请告诉管理员。")
    return message % {"error": type(error).__name__}


def _settle(job: Job, item: JobItem, decide: Callable[[], ItemOutcome]) -> None:
    """Do what decides an item and write down its outcome, in one transaction."""
    heard = timezone.now()
    with transaction.atomic():
        _give_sign_of_life(job, heard=heard)
        outcome = decide()
        waiting = JobItem.objects.filter(pk=item.pk, state=ItemState.WAITING)
        if not waiting.update(state=outcome.state, message=outcome.message):
            raise _DisplacedError
        item.pages.set(outcome.pages)
        item.articles.set(outcome.articles)
        item.similar_pages.set(outcome.similar_pages)
    job.heard = heard
    if outcome.state != ItemState.FAILED and item.file:
        item.file.storage.delete(str(item.file))


def _give_sign_of_life(job: Job, **changes: Any) -> None:
    """Write `heard` and what else changes of the job; only who wrote it last may, while nobody stops the job."""
    if not Job.objects.filter(pk=job.pk, state=JobState.RUNNING, heard=job.heard).update(**changes):
        raise _DisplacedError


def _queue_up_again(job: Job) -> None:
    with transaction.atomic():
        _give_sign_of_life(job, state=JobState.WAITING)
        enqueue(job)


def _finish(job: Job) -> None:
    now = timezone.now()
    _give_sign_of_life(job, state=JobState.FINISHED, heard=now, ended=now)


def settle_stop(job_id: int) -> None:
    """Let a job that is asked to stop be stopped."""
    Job.objects.filter(pk=job_id, state=JobState.STOPPING).update(state=JobState.STOPPED, ended=timezone.now())


def _stand_still(job: Job, message: str) -> None:
    """Stop the job with a message; without one, leave it to be taken up again by the clock."""
    if not message:
        return
    logger.error("job %s: %s", job.pk, message)
    try:
        _give_sign_of_life(job, state=JobState.STOPPED, message=message, ended=timezone.now())
    except _DisplacedError:
        settle_stop(job.pk)
