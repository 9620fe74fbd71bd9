"""Error report: what a reader says is wrong, in the article and on the page; an editor mends it, or says why not."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.error_reporting.screen import build_report_screen
from archive.desk.error_reporting.settling import SettleError, find_next, reopen, settle
from archive.desk.keeping import take_kept_entry
from archive.desk.screen import render_desk
from archive.models import ErrorReport, ErrorReportState


@desk_view("archive.change_article")
def error_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report, settle it, or open it again."""
    report = get_object_or_404(
        ErrorReport.objects.select_related("article__page__newspaper", "article__newspaper", "reporter", "settled_by"),
        pk=pk,
    )
    if request.method == "POST":
        return _act(request, report)
    kept = take_kept_entry(request)
    if kept:
        messages.warning(request, _("还没有处理。您写的说明还在下面，请看一遍再按一次。"))
    return _show(request, report, kept.get("answer", "") if kept else report.answer)


def _show(request: HttpRequest, report: ErrorReport, answer: str, status: int = 200) -> HttpResponse:
    context = {
        "report": report,
        "article": report.article,
        "screen": build_report_screen(report),
        "answer": answer,
        "next_report": find_next(report),
    }
    return render_desk(request, "desk/error_report.html", context, status=status)


def _act(request: HttpRequest, report: ErrorReport) -> HttpResponse:
    """Do what the pressed button says."""
    action, answer = request.POST.get("action", ""), request.POST.get("answer", "")
    if action == "reopen":
        reopen(report)
        messages.info(request, _("又回到了待处理。"))
        return redirect(request.path)
    try:
        if action not in (ErrorReportState.MENDED, ErrorReportState.DECLINED):
            raise SettleError(_("没有这个操作。"))
        settle(report, ErrorReportState(action), answer, cast(User, request.user))
    except SettleError as refusal:
        messages.error(request, str(refusal))
        report.refresh_from_db()
        return _show(request, report, answer, status=409)
    messages.success(request, _("已处理：%(headline)s") % {"headline": report.article.display_headline})
    return redirect(_next_address(request, report))


def _next_address(request: HttpRequest, report: ErrorReport) -> str:
    following = find_next(report)
    if following:
        return resolve_url("error_report", following.pk)
    messages.info(request, _("没有别的读者报错了。"))
    return resolve_url("desk")  # at its top, where it says what was done
