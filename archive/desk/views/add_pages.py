"""Adding pages: a text that is pasted, or many files, to be taken in by a job."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from archive.desk.access import desk_view, wants_json
from archive.desk.issue_form import IssueForm
from archive.desk.jobs.progress import follow_jobs
from archive.desk.jobs.starting import NewItem, start_job
from archive.desk.keeping import take_kept_entry
from archive.desk.pasted_page import PastedPage
from archive.desk.screen import render_desk
from archive.desk.trouble import explain_trouble, is_busy, is_out_of_room
from archive.desk.uploading import MOST_FILES, LimitedUploadHandler, choose_handler, is_too_large
from archive.intake.decode import MAX_BYTES
from archive.intake.pages import MOST_FILE_BYTES
from archive.intake.refusal import Reason
from archive.models import Job, JobKind, Newspaper

_RECENT = 5
# Both forms of the screen have these fields.
_ID_OF_FILES = "files-%s"
_MEGABYTE = 1024 * 1024


# The upload handler must be there before anybody reads the form, and the check of its token reads it.
@csrf_exempt
def add_pages(request: HttpRequest) -> HttpResponse:
    """Show the forms, or start a job with what was sent. Trouble with the upload itself is told in the screen."""
    request.upload_handlers = [choose_handler(request, LimitedUploadHandler)]
    try:
        # All of it, whoever sends it: a browser that is answered before it has sent all hears nothing of the answer.
        request.FILES.keys()
        return _add_pages(request)
    except TooManyFilesSent:
        return _refuse(request, _("一次最多交 %(count)d 个文件，请分几次交。") % {"count": MOST_FILES}, status=400)
    except RequestDataTooBig:
        return _refuse(request, _("文字太长，没有收下。一个版面的文字不超过 2 MB。"), status=400)
    except (OSError, OperationalError) as error:
        if message := _explain(request, error):
            return _refuse(request, message, status=503)
        raise


def _explain(request: HttpRequest, error: Exception) -> str:
    """Return what a person is told of an error that is the machine's; empty for any other."""
    if request.POST.get("text"):
        return explain_trouble(error)
    if is_busy(error):
        return _("数据库正忙，文件没有收下。请过一会儿再交。")
    if is_out_of_room(error):
        return _("服务器的磁盘满了，文件没有收下。请告诉管理员，腾出空间后再交。")
    return ""


@desk_view("archive.add_page")
@csrf_protect
def _add_pages(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _bring_back(request)
    take: Callable[[HttpRequest], HttpResponse] = _take_files if "files" in request.POST else _take_text
    return take(request)


def _bring_back(request: HttpRequest) -> HttpResponse:
    """Show the forms with what was typed before the login ran out; files have to be chosen again."""
    entry = take_kept_entry(request)
    if entry is None:
        return _show(request)
    if "files" in entry:
        messages.warning(request, _("文件还没有交上来，请重新选择。"))
    else:
        messages.warning(request, _("下面是您刚才填写的内容，还没有收下。请看一遍，再按“收下文字”。"))
    return _show(request, **_fill_in(entry))


def _take_text(request: HttpRequest) -> HttpResponse:
    form = PastedPage(request.POST)
    if not form.is_valid():
        if wants_json(request):
            return JsonResponse({"message": _("还有要改的地方，见各栏的说明。")}, status=422)
        return _show(request, pasted=form, status=422)
    text = ContentFile(form.cleaned_data["text"].encode("utf-8", "replace"))
    return _start(request, [NewItem(_("粘贴的文字"), text, form.given)])


def _take_files(request: HttpRequest) -> HttpResponse:
    files = [file for file in request.FILES.getlist("file") if isinstance(file, UploadedFile)]
    if not files:
        return _refuse(request, _("没有选择文件。"), status=422)
    form = IssueForm(request.POST, auto_id=_ID_OF_FILES)
    if not form.is_valid():
        return _refuse_issue(request, form)
    return _start(request, _make_items(files), {"issue": form.issue})


def _refuse_issue(request: HttpRequest, form: IssueForm) -> HttpResponse:
    """Tell what is wrong with newspaper or date; a script keeps the files, and is given the fields alone."""
    message = _("还有要改的地方，见各栏的说明。")
    if wants_json(request):
        fields = render_to_string("desk/includes/add_pages_issue.html", {"issue": form}, request)
        return JsonResponse({"message": message, "fields": fields}, status=422)
    messages.warning(request, _("文件还没有交上来，请重新选择。"))
    return _show(request, issue=form, status=422)


def _start(request: HttpRequest, items: Iterable[NewItem], parameters: Mapping[str, Any] | None = None) -> HttpResponse:
    """Start the job and lead to it."""
    address = resolve_url("job", start_job(JobKind.ADD_PAGES, request.user, items, parameters).pk)
    return JsonResponse({"message": "", "url": address}) if wants_json(request) else redirect(address)


def _make_items(files: list[UploadedFile]) -> Iterator[NewItem]:
    """Yield an item for each file; one that is too large is only named."""
    for file in files:
        name = str(file.name)
        if is_too_large(file):
            limit = f"{MOST_FILE_BYTES // _MEGABYTE} MB"
            yield NewItem(name, detail={"refused": Reason.FILE_TOO_LARGE, "limit": limit})
        else:
            yield NewItem(name, file)


# A form that could not be read to its end has not come to any other check.
@desk_view("archive.add_page")
def _refuse(request: HttpRequest, message: str, status: int) -> HttpResponse:
    """Tell why nothing was taken, and give back what was typed."""
    if wants_json(request):
        return JsonResponse({"message": message}, status=status)
    messages.error(request, message)
    return _show(request, **_fill_in(request.POST), status=status)


def _fill_in(entry: QueryDict) -> dict[str, Any]:
    """Return the form that was sent, with what was typed into it."""
    if "files" in entry:
        return {"issue": IssueForm(initial=entry.dict(), auto_id=_ID_OF_FILES)}
    return {"pasted": PastedPage(initial=entry.dict())}


def _show(
    request: HttpRequest, pasted: PastedPage | None = None, issue: IssueForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": pasted or PastedPage(),
        "issue": issue or IssueForm(auto_id=_ID_OF_FILES),
        "newspapers": Newspaper.objects.values_list("name", flat=True),
        "most_bytes": MOST_FILE_BYTES,
        "most_megabytes": MOST_FILE_BYTES // _MEGABYTE,
        "most_files": MOST_FILES,
        "most_text_bytes": MAX_BYTES,
        "most_text_megabytes": MAX_BYTES // _MEGABYTE,
        "recent": follow_jobs(Job.objects.filter(kind=JobKind.ADD_PAGES)[:_RECENT]),
    }
    return render_desk(request, "desk/add_pages.html", context, status=status)
