"""A reader reports an error in a published article: the quoted words and a note; it lands on the desk's work list."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from archive.desk.keeping import keep_entry, take_kept_entry
from archive.desk.trouble import explain_trouble
from archive.desk.uploading import DroppingUploadHandler
from archive.models import Article
from archive.views.error_report_form import (
    LONGEST_NOTE,
    LONGEST_QUOTE,
    ErrorReportForm,
    check_amount,
    list_own,
    store_report,
)

_FIELDS = ("quote", "note", "block")
# Characters, each encoded as up to nine; who is not known yet is not given room for more.
_LONGEST_ENTRY = 9 * (LONGEST_QUOTE + LONGEST_NOTE + 500)


# Both checks are made here: what was typed is not lost where a login is asked for, or where a token is too old.
@login_not_required
@csrf_exempt
def report_error(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form, with the quote in `?quote=` and its block in `?block=`, or take what was sent."""
    request.upload_handlers = [DroppingUploadHandler(request)]
    if not (settings.ARCHIVE_IS_OPEN or request.user.is_authenticated):
        return _ask_for_login(request)
    article = get_object_or_404(Article.objects.published().select_related("newspaper", "page"), pk=pk)
    if request.method == "POST":
        return _take(request, article)
    if "sent" in request.GET:
        return _show(request, article, None)
    return _show(request, article, _begin(request, article))


def _begin(request: HttpRequest, article: Article) -> ErrorReportForm:
    """Return the form to begin with: what was sent before the login, or what was selected."""
    entry = take_kept_entry(request) or request.GET
    initial = {name: entry.get(name, "") for name in _FIELDS}
    return ErrorReportForm(article, initial={**initial, "quote": initial["quote"][:LONGEST_QUOTE]})


def _take(request: HttpRequest, article: Article) -> HttpResponse:
    form = ErrorReportForm(article, request.POST)
    if not _has_good_token(request):
        return _show(request, article, form, _("没有收下：这个页面打开得太久。请看一遍，再交一次。"), status=403)
    if not form.is_valid():
        return _show(request, article, form, status=422)
    if refusal := check_amount(request, article):
        return _show(request, article, form, refusal, status=429)
    try:
        store_report(request, form)
    except OperationalError as error:
        trouble = explain_trouble(error)
        if not trouble:
            raise
        return _show(request, article, form, trouble, status=503)
    if request.headers.get("HX-Request"):
        return _show(request, article, None)
    return redirect(f"{request.path}?sent=1")


def _show(
    request: HttpRequest, article: Article, form: ErrorReportForm | None, refusal: str = "", status: int = 200
) -> HttpResponse:
    """Show the form, or without one thanks; a script gets these alone, and shows them whatever the status."""
    context = {"article": article, "form": form, "refusal": refusal}
    if request.headers.get("HX-Request"):
        return render(request, "includes/report_error_form.html", context)
    own = list_own(request).filter(article=article).order_by("-pk")
    return render(request, "archive/report_error.html", {**context, "own": own}, status=status)


def _ask_for_login(request: HttpRequest) -> HttpResponse:
    keep_entry(request, longest=_LONGEST_ENTRY)
    if not request.headers.get("HX-Request"):
        return redirect_to_login(request.get_full_path() if request.method == "GET" else request.path)
    login = f"{resolve_url(settings.LOGIN_URL)}?next={request.path}"
    return HttpResponse(status=401, headers={"HX-Redirect": login})


class _TokenCheck(CsrfViewMiddleware):
    """The check of a form's token, which tells what is wrong and answers nothing itself."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason)


def _has_good_token(request: HttpRequest) -> bool:
    check = _TokenCheck(lambda _request: HttpResponse())
    return check.process_view(request, _take, (), {}) is None
