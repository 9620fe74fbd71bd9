"""A version of an article: what it said, what differs in the article now, and the way back to it."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.history.past import find_version
from archive.desk.history.restoring import Restored, RestoreError, restore_version
from archive.desk.history.screen import build_version
from archive.desk.keys import read_key
from archive.desk.screen import render_desk
from archive.models import Article


@desk_view("archive.change_article")
def version(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Show a version by its history_id, or restore it."""
    article = get_object_or_404(Article.objects.select_related("newspaper", "page__newspaper"), pk=pk)
    row = find_version(article, key)
    if row is None:
        raise Http404
    return _restore(request, article, row) if request.method == "POST" else _show(request, article, row)


def _show(request: HttpRequest, article: Article, row: Any, status: int = 200) -> HttpResponse:
    screen = build_version(article, row, cast(User, request.user))
    return render_desk(request, "desk/version.html", {"article": article, "screen": screen}, status=status)


def _restore(request: HttpRequest, article: Article, row: Any) -> HttpResponse:
    seen = read_key(request.POST.get("newest", ""))
    try:
        restored = restore_version(article, row.history_id, seen, cast(User, request.user))
    except RestoreError as refusal:
        messages.error(request, str(refusal))
        article.refresh_from_db()
        return _show(request, article, row, status=409)
    _tell(request, restored)
    return redirect("history", article.pk)


def _tell(request: HttpRequest, restored: Restored) -> None:
    """Say what came of it."""
    if restored.has_changed:
        message = _("已恢复到第 %(number)d 版，成为新的一版。") % {"number": restored.number}
        messages.success(request, message)
    else:
        messages.info(request, _("稿件现在就是这样，没有改动。"))
    if restored.lost:
        lost = "、".join(restored.lost)
        messages.warning(request, _("档案里已经没有这些，没有一起恢复：%(lost)s") % {"lost": lost})
