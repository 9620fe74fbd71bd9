"""Jobs: what a person or the clock does with a job: stop it, let it go on, take it up after a crash."""

import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.jobs.running import settle_stop
from archive.desk.jobs.starting import enqueue
from archive.models import ItemState, Job, JobItem, JobState

# Longer than any item takes, a PDF of 300 pages too: a worker that is silent for so long is dead.
SECONDS_OF_SILENCE = 600
# An item that was in work at so many crashes is not tried again.
MOST_INTERRUPTIONS = 3


def stop_job(job: Job) -> bool:
    """Have a job stop after the item in work; return whether there was something to stop."""
    with transaction.atomic():
        jobs = Job.objects.filter(pk=job.pk)
        if jobs.filter(state=JobState.WAITING).update(state=JobState.STOPPED, ended=timezone.now()):
            return True
        return bool(jobs.filter(state=JobState.RUNNING).update(state=JobState.STOPPING))


def resume_job(job: Job) -> bool:
    """Let a stopped job go on; return whether it was stopped."""
    return _wait_again(Job.objects.filter(pk=job.pk, state=JobState.STOPPED))


def retry_failed(job: Job) -> int:
    """Do once more the failed items of a job that has ended; return how many there are."""
    with transaction.atomic():
        ended = Job.objects.filter(pk=job.pk, state__in=(JobState.FINISHED, JobState.STOPPED))
        failed = JobItem.objects.filter(job__in=ended, state=ItemState.FAILED)
        count = failed.update(state=ItemState.WAITING, message="", interruptions=0)
        if count:
            _wait_again(ended)
        return count


def resume_silent_jobs(seconds: float = SECONDS_OF_SILENCE) -> int:
    """Take up the jobs whose worker died, and those that wait without a task; return how many.

    The item that was in work may be what killed the worker: after some times it is failed, and the others go on.
    """
    silent = Job.objects.filter(Q(heard=None) | Q(heard__lte=timezone.now() - datetime.timedelta(seconds=seconds)))
    resumed = 0
    for job in silent.filter(state__in=(JobState.RUNNING, JobState.STOPPING, JobState.WAITING)):
        same = Job.objects.filter(pk=job.pk, state=job.state, heard=job.heard)
        if job.state == JobState.STOPPING:
            settle_stop(job.pk)
        else:
            resumed += _wait_again(same, was_running=job.state == JobState.RUNNING)
    return resumed


def _wait_again(jobs: QuerySet[Job], was_running: bool = False) -> bool:
    """Have the job of a queryset wait and give it to the worker, if the queryset still finds it."""
    with transaction.atomic():
        job = jobs.select_for_update().first()
        if job is None:
            return False
        if was_running:
            _note_interruption(job)
        Job.objects.filter(pk=job.pk).update(state=JobState.WAITING, ended=None, message="")
        enqueue(job)
        return True


def _note_interruption(job: Job) -> None:
    """Count an interruption of the item that was in work: the first that waits."""
    item = job.items.filter(state=ItemState.WAITING).first()
    if item is None:
        return
    JobItem.objects.filter(pk=item.pk).update(interruptions=F("interruptions") + 1)
    if item.interruptions + 1 >= MOST_INTERRUPTIONS:
        message = _("处理它的时候，后台程序中断了 %(count)d 次，不再试了。") % {"count": MOST_INTERRUPTIONS}
        JobItem.objects.filter(pk=item.pk).update(state=ItemState.FAILED, message=message)
