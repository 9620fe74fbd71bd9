"""Importing articles: a table is handed in, looked at row by row, and imported by a job."""

from pathlib import Path
from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_safe

from archive.desk.access import desk_view
from archive.desk.bulk.columns import HeadingsError
from archive.desk.bulk.explaining import explain_table_refusal
from archive.desk.bulk.import_job import start_import
from archive.desk.bulk.import_screen import build_screen
from archive.desk.bulk.kept_table import KeptTable, find_table, forget_table, keep_table
from archive.desk.bulk.problem_list import write_problems
from archive.desk.bulk.template import explain_columns, write_csv_template, write_xlsx_template
from archive.desk.jobs.progress import follow_jobs
from archive.desk.keeping import take_kept_entry
from archive.desk.screen import render_desk
from archive.desk.trouble import is_out_of_room
from archive.desk.uploading import LimitedUploadHandler, choose_handler
from archive.intake.refusal import RefusedError
from archive.intake.table import MOST_ROWS, MOST_TABLE_BYTES
from archive.models import Job, JobKind

_RECENT = 5
_LONGEST_NAME = 200
_MEGABYTE = 1024 * 1024
_TEMPLATES = {
    "xlsx": (write_xlsx_template, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (write_csv_template, "text/csv; charset=utf-8"),
}


# The upload handler must be there before anybody reads the form, and the check of its token reads it.
@csrf_exempt
def import_articles(request: HttpRequest) -> HttpResponse:
    """Show the form or a table that was checked; check one that is handed in, or import one that was checked."""
    request.upload_handlers = [choose_handler(request, LimitedUploadHandler)]
    try:
        return _import_articles(request)
    except (TooManyFilesSent, RequestDataTooBig):
        return _refuse(request, _("一次只交一张表。"))
    except OSError as error:
        if is_out_of_room(error):
            return _refuse(request, _("服务器的磁盘满了，表没有收下。请告诉管理员，腾出空间后再交。"), status=503)
        raise


@desk_view("archive.add_article")
@csrf_protect
def _import_articles(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _import(request) if "table" in request.POST else _check(request)
    entry = take_kept_entry(request)
    key = request.GET.get("table") or (entry.get("table") if entry else None)
    if key:
        kept = find_table(key, _user(request))
        return _show_check(request, kept) if kept else _ask_again(request)
    if entry is not None:
        messages.warning(request, _("表还没有交上来，请重新选择。"))
    return _show_form(request)


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # desk_view lets nobody else in


def _check(request: HttpRequest) -> HttpResponse:
    """Check a table that is handed in, and show what would come of it."""
    file = request.FILES.get("file")
    if not isinstance(file, TemporaryUploadedFile):
        return _refuse(request, _("没有选择文件。"))
    name = str(file.name)[-_LONGEST_NAME:]
    try:
        key = keep_table(Path(file.temporary_file_path()), name, _user(request))
    except (RefusedError, HeadingsError) as refusal:
        reason = explain_table_refusal(refusal) if isinstance(refusal, RefusedError) else str(refusal)
        return _refuse(request, _("“%(name)s”没有收下：%(reason)s") % {"name": name, "reason": reason})
    return redirect(f"{resolve_url('import_articles')}?table={key}")


def _import(request: HttpRequest) -> HttpResponse:
    """Start the import of a table that was checked."""
    kept = find_table(request.POST["table"], _user(request))
    if kept is None:
        return _ask_again(request)
    job = start_import(kept, _user(request))
    forget_table(kept)
    return redirect("job", job.pk)


def _ask_again(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("检查过的这张表已经不在了：收下过，或者过了一天。请再交一次；收过的稿件不会重复。"))
    return redirect("import_articles")


# A form that could not be read to its end has not come to any other check.
@desk_view("archive.add_article")
def _refuse(request: HttpRequest, message: str, status: int = 400) -> HttpResponse:
    messages.error(request, message)
    return _show_form(request, status)


def _show_form(request: HttpRequest, status: int = 200) -> HttpResponse:
    context = {
        "columns": explain_columns(),
        "most_rows": MOST_ROWS,
        "most_megabytes": MOST_TABLE_BYTES // _MEGABYTE,
        "recent": follow_jobs(Job.objects.filter(kind=JobKind.IMPORT_ARTICLES).select_related("user")[:_RECENT]),
    }
    return render_desk(request, "desk/import_articles.html", context, status=status)


def _show_check(request: HttpRequest, kept: KeptTable) -> HttpResponse:
    return render_desk(request, "desk/import_articles_check.html", {"screen": build_screen(request, kept)})


@desk_view("archive.add_article")
@require_safe
def import_problems(request: HttpRequest, key: str) -> HttpResponse:
    """Send the problems of a table that was checked as a table."""
    kept = find_table(key, _user(request))
    if kept is None:
        return _ask_again(request)
    return _send(write_problems(kept), "text/csv; charset=utf-8", "problems.csv")


@desk_view("archive.add_article")
@require_safe
def import_template(request: HttpRequest, form: str) -> HttpResponse:
    """Send the table to fill in."""
    if form not in _TEMPLATES:
        raise Http404
    write, content_type = _TEMPLATES[form]
    return _send(write(), content_type, f"articles.{form}")


def _send(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
