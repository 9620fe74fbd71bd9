"""Split: a page's lines and the articles that are made of them, corrected step by step; at the end the articles."""

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.access import desk_view, wants_json
from archive.desk.holding import open_hold
from archive.desk.keeping import take_kept_entry
from archive.desk.screen import render_desk
from archive.desk.splitting.change import Change, ChangeError
from archive.desk.splitting.conflict import ConflictError, FinishedError
from archive.desk.splitting.finishing import FinishedPage, find_finished, find_open_matters, finish, reopen
from archive.desk.splitting.leaving import leave_page
from archive.desk.splitting.opening import open_split
from archive.desk.splitting.panels import Panel
from archive.desk.splitting.pending import Pending, explain_conflict, keep_pending
from archive.desk.splitting.request import Ending, Move, StepRequest, read_number, read_step
from archive.desk.splitting.rows import ArticleMark
from archive.desk.splitting.screen import Changes, build_screen, find_changes
from archive.desk.splitting.stepping import FolioError, Taken, label_step, take_step
from archive.desk.splitting.touching import find_touched
from archive.models import Newspaper, Page, Split

# The places of the screen that the script sets anew after a step; lines and articles in one only where they must be.
_PIECES = ("head", "notice", "folio", "back", "steps")
_PIECES_OF_ARTICLES = ("tools", "articles")
_ALL_PIECES = (*_PIECES, *_PIECES_OF_ARTICLES, "lines")


@desk_view("archive.change_page", "archive.add_article")
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a page being split, or what has become of it; take the step that a button or a key asks for."""
    page = get_object_or_404(Page.objects.select_related("newspaper"), pk=pk)
    finished = find_finished(page, _user(request))
    if request.method == "POST":
        return _take(request, page, finished)
    sent = take_kept_entry(request)
    if finished:
        return render_desk(request, "desk/split_finished.html", {"page": page, "finished": finished})
    found = open_split(page)
    if wants_json(request):
        return JsonResponse({"message": "", "panels": _render_reading(request, found)})
    return _show(request, found, pending=_bring_back(found, sent) if sent else None)


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # desk_view lets nobody else in


def _take(request: HttpRequest, page: Page, finished: FinishedPage | None) -> HttpResponse:
    """Take the step that was sent; one that is not taken comes back, so that it can be sent again."""
    try:
        step = read_step(request.POST)
        if step.action is Ending.REOPEN:
            reopen(page, _user(request))
            return redirect(request.path)
        if finished:
            raise FinishedError(finished.split)
        found = open_split(page)
        if step.action is Ending.FINISH:
            return _finish(request, found, step)
        return _answer(request, step, take_step(page.pk, _user(request), step))
    except FolioError as error:
        return _refuse_folio(request, open_split(page), error)
    except ChangeError as error:
        return _refuse(request, str(error))
    except ConflictError as conflict:
        return _bring_together(request, page, step, conflict)


def _answer(request: HttpRequest, step: StepRequest, taken: Taken) -> HttpResponse:
    """Say what was done, and show the screen after it."""
    message = taken.label or _("没有变化")
    if not wants_json(request):
        messages.success(request, message)
        return redirect(request.path + _find_anchor(step))
    context = _build_context(request, taken.split)
    if not taken.was_seen:
        if not taken.is_repeated:
            message = _("%(step)s。版面上还有别处刚做的改动。") % {"step": message}
        return JsonResponse({"message": message, "pieces": _render_pieces(request, context)})
    changes = find_changes(context["screen"], taken.before)
    goes_back = step.action in (Move.UNDO, Move.REDO)
    line = find_touched(taken.before, taken.after) if goes_back else None
    return JsonResponse({"message": message, "line": line, **_render_changes(request, context, changes)})


def _render_changes(request: HttpRequest, context: dict[str, Any], changes: Changes) -> dict[str, Any]:
    """Return what the script sets anew: articles one by one, or all of them in one piece."""
    are_all = changes.are_all_articles
    return {
        "pieces": _render_pieces(request, context, _PIECES + (_PIECES_OF_ARTICLES if are_all else ())),
        "order": () if are_all else changes.order,
        "panels": _render_panels(request, context, () if are_all else changes.panels),
        "marks": {mark.key: _render_mark(request, mark) for mark in changes.marks},
        "rows": {row.line: _render("line", request, {"row": row}) for row in changes.rows},
    }


def _render_mark(request: HttpRequest, mark: ArticleMark) -> dict[str, Any]:
    return {"number": mark.number, "colour": mark.colour, "html": _render("mark", request, {"mark": mark})}


def _render_panels(request: HttpRequest, context: dict[str, Any], panels: Iterable[Panel]) -> dict[int, str]:
    return {panel.mark.key: _render("panel", request, {**context, "panel": panel}) for panel in panels}


def _finish(request: HttpRequest, found: Split, step: StepRequest) -> HttpResponse:
    """Make the articles and lead to the first; what is still open has to be looked at before."""
    matters = find_open_matters(found)
    if matters and "sure" not in request.POST:
        return _show(request, found, matters=matters)
    articles = finish(found.page_id, _user(request), step)
    if not articles:
        messages.success(request, _("已定稿：这一版没有稿件。"))
        return redirect(leave_page(request, found.page_id))
    count = len(articles)
    messages.success(request, ngettext("已定稿 %(count)d 篇。", "已定稿 %(count)d 篇。", count) % {"count": count})
    return redirect("edit", articles[0].pk)


def _refuse(request: HttpRequest, message: str) -> HttpResponse:
    """Say why a step is impossible; nothing was entered that could be lost."""
    if wants_json(request):
        return JsonResponse({"message": message}, status=422)
    messages.error(request, message)
    return redirect(request.path)


def _refuse_folio(request: HttpRequest, found: Split, error: FolioError) -> HttpResponse:
    """Show the page's own data as they were entered, with what has to be mended."""
    around = {"entry": error.entry, "problems": error.problems}
    if wants_json(request):
        pieces = _render_pieces(request, _build_context(request, found, **around), ("folio", "notice"))
        return JsonResponse({"message": str(error), "pieces": pieces}, status=422)
    return _show(request, found, status=422, **around)


def _bring_together(request: HttpRequest, page: Page, step: StepRequest, conflict: ConflictError) -> HttpResponse:
    """Show a step that was not taken beside the page as others have made it."""
    message = explain_conflict(conflict, _user(request))
    if isinstance(conflict, FinishedError):
        messages.warning(request, message)
        return (
            JsonResponse({"message": message, "url": request.path}, status=409)
            if wants_json(request)
            else redirect(request.path)
        )
    found = open_split(page)
    pending = keep_pending(message, label_step(found, step), request.POST)
    if wants_json(request):
        pieces = _render_pieces(request, _build_context(request, found, pending=pending))
        return JsonResponse({"message": message, "pieces": pieces}, status=409)
    return _show(request, found, status=409, pending=pending)


def _bring_back(found: Split, sent: QueryDict) -> Pending:
    """Return a step that was sent when the login had run out or the page was open for too long."""
    try:
        label = label_step(found, read_step(sent))
    except ChangeError:
        label = ""
    return keep_pending(_("登录过期了，或者这个页面打开得太久，您这一步还没有做。"), label, sent)


def _show(request: HttpRequest, found: Split, status: int = 200, **around: Any) -> HttpResponse:
    return render_desk(request, "desk/split.html", _build_context(request, found, **around), status=status)


def _build_context(request: HttpRequest, found: Split, **around: Any) -> dict[str, Any]:
    return {
        "screen": build_screen(found, _find_read(request)),
        "hold": open_hold(_user(request), page=found.page),
        "newspapers": Newspaper.objects.values_list("name", flat=True),
        **around,
    }


def _find_read(request: HttpRequest) -> int:
    """Return the key of the article that is being read through, 0 for none."""
    fields = request.POST if request.method == "POST" else request.GET
    return read_number(fields.get("read", ""))


def _render_reading(request: HttpRequest, found: Split) -> dict[int, str]:
    """Return the article that is to be read through, and the one that was open before."""
    context = _build_context(request, found)
    keys = {_find_read(request), read_number(request.GET.get("was", ""))}
    return _render_panels(request, context, (one for one in context["screen"].panels if one.mark.key in keys))


def _render_pieces(
    request: HttpRequest, context: dict[str, Any], names: tuple[str, ...] = _ALL_PIECES
) -> dict[str, str]:
    return {name: _render(name, request, context) for name in names}


def _render(name: str, request: HttpRequest, context: dict[str, Any]) -> str:
    return render_to_string(f"desk/includes/split_{name}.html", context, request)


def _find_anchor(step: StepRequest) -> str:
    """Return where on the screen a step was taken, without a script: its first line, or its article."""
    if not isinstance(step.action, Change):
        return ""
    return f"#line-{step.action.lines[0]}" if step.action.lines else f"#article-{step.action.article}"
