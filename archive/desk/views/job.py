"""A job: how far it is, what became of each item, and what can be done with it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from archive.desk.access import desk_view
from archive.desk.jobs.control import resume_job, retry_failed, stop_job
from archive.desk.jobs.kinds import KINDS
from archive.desk.jobs.progress import Progress, follow_jobs
from archive.desk.jobs.report import write_report
from archive.desk.jobs.rows import build_rows
from archive.desk.screen import render_desk
from archive.desk.trouble import has_room
from archive.models import ItemState, Job, JobItem, JobKind, JobState, Page
from archive.views.listing import link_screens

ITEMS_ON_A_SCREEN = 100


@desk_view()
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job; stop it, let it go on, or try again what failed."""
    found = get_object_or_404(Job.objects.select_related("user"), pk=pk)
    if request.method == "POST":
        if not may_change(request, found):
            raise PermissionDenied
        messages.info(request, _act(request.POST.get("action", ""), found))
        return redirect(request.path)
    [progress] = follow_jobs([found])
    context = {
        "progress": progress,
        "current": _find_current(progress),
        "is_disk_full": progress.is_open and not has_room(),
        "may_change": may_change(request, found),
        **_list_items(request, progress),
    }
    if not request.headers.get("HX-Request"):
        return render_desk(request, "desk/job.html", {**context, "page_to_split": _find_page_to_split(found)})
    response = render(request, "desk/includes/job_state.html", context)
    if not progress.is_open:
        # The whole screen changes: buttons, the report.
        response["HX-Refresh"] = "true"
    return response


def may_change(request: HttpRequest, found: Job) -> bool:
    """Return whether the person may do themselves what the job does, and so may stop it too."""
    return request.user.has_perm(KINDS[JobKind(found.kind)].permission)


def _act(action: str, found: Job) -> str:
    """Do what a button says; return what is told of it."""
    if action == "stop":
        stopped = stop_job(found)
        return _("任务会在做完手上这一项后停下。") if stopped else _("任务已经停了。")
    if action == "resume":
        return _("任务继续进行。") if resume_job(found) else _("任务没有停着，不用继续。")
    if action == "retry":
        count = retry_failed(found)
        return ngettext("%(count)d 项重新做一次。", "%(count)d 项重新做一次。", count) % {"count": count}
    return _("没有这个操作。")


def _find_current(progress: Progress) -> JobItem | None:
    """Return the item that the worker has in hand."""
    if progress.job.state not in (JobState.RUNNING, JobState.STOPPING):
        return None
    return progress.job.items.filter(state=ItemState.WAITING).first()


def _find_page_to_split(found: Job) -> Page | None:
    """Return the first page of a job that waits to be split."""
    pages = found.items.exclude(pages=None).values("pages")
    return Page.objects.filter(pk__in=pages, split__isnull=False, split__finished=None).order_by("pk").first()


def _list_items(request: HttpRequest, progress: Progress) -> dict[str, Any]:
    """Return one screenful of the items, those in one state where the address asks for them."""
    pages = Page.objects.select_related("newspaper").defer("text")
    related = (Prefetch("pages", pages), "articles", Prefetch("similar_pages", pages))
    items = progress.job.items.order_by("number").prefetch_related(*related)
    state = request.GET.get("state")
    chosen = state if state in ItemState.values else ""
    paginator = Paginator(items.filter(state=chosen) if chosen else items, ITEMS_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    return {
        "rows": build_rows(screen.object_list),
        "chosen_state": chosen,
        "pages": link_screens(request, screen.number, paginator.num_pages),
    }


@desk_view()
@require_safe
def job_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the report of a job as a table."""
    found = get_object_or_404(Job, pk=pk)
    response = HttpResponse(write_report(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="job-{found.pk}.csv"'
    return response
