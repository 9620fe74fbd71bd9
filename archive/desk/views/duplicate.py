"""Duplicate: an article beside one that it looks like; an editor keeps both, or puts the new one aside."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.keeping import take_kept_entry
from archive.desk.keys import read_key
from archive.desk.near_duplicates import find_copies, keep_both
from archive.desk.origin import BACK, Origin, find_way_back, find_way_on, read_origin
from archive.desk.reviewing.queue import find_place
from archive.desk.reviewing.rules import ReviewError, may_take
from archive.desk.reviewing.steps import latest_version, publish, withdraw
from archive.desk.screen import render_desk
from archive.desk.side_by_side import compare_articles
from archive.models import Article, ReviewAction


@desk_view("archive.change_article")
def duplicate(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """Show two articles side by side, and settle whether the first is a copy of the other."""
    if pk == other_pk:
        raise Http404
    article, other = (get_object_or_404(Article.objects.with_relations(), pk=key) for key in (pk, other_pk))
    if request.method == "POST":
        return _settle(request, article, other)
    kept = take_kept_entry(request)
    if kept:
        messages.warning(request, _("还没有处理。您写的原因还在下面，请看一遍再按一次。"))
    reason = kept.get("reason") if kept else None
    return _show(request, article, other, read_origin(kept or request.GET), reason)


def _show(
    request: HttpRequest, article: Article, other: Article, origin: Origin, reason: str | None, status: int = 200
) -> HttpResponse:
    """Show the screen with a reason that was written, or else with one to begin with."""
    user = cast(User, request.user)  # desk_view lets nobody else in
    context = {
        "article": article,
        "origin": origin.value,
        "back": find_way_back(origin, article),
        "back_label": BACK[origin],
        "pair": compare_articles(article, other),
        "reason": _describe_copy(other) if reason is None else reason,
        "is_written": reason is not None,
        "version": latest_version(article),
        "may_publish": may_take(article, ReviewAction.PUBLISHED, user),
        "may_withdraw": may_take(article, ReviewAction.WITHDRAWN, user),
    }
    return render_desk(request, "desk/duplicate.html", context, status=status)


def _settle(request: HttpRequest, article: Article, other: Article) -> HttpResponse:
    """Do what the pressed button says; none was pressed where nothing is to be done."""
    act = _ACTIONS.get(request.POST.get("action", ""))
    try:
        return redirect(act(request, article, other) if act else _here(request))
    except ReviewError as refusal:
        messages.error(request, str(refusal))
        article.refresh_from_db()
        return _show(request, article, other, read_origin(request.POST), request.POST.get("reason"), status=409)


def _here(request: HttpRequest) -> str:
    return f"{request.path}?from={read_origin(request.POST)}"


def _withdraw(request: HttpRequest, article: Article, other: Article) -> str:
    user = cast(User, request.user)
    following = find_place(article, user).next
    withdraw(article, user, request.POST.get("reason", ""), read_key(request.POST.get("version", "")))
    messages.success(request, _("这一篇不用了，放在“已撤回”里：%(headline)s") % {"headline": article})
    return find_way_on(request, read_origin(request.POST), article, following)


def _keep_both(request: HttpRequest, article: Article, other: Article) -> str:
    keep_both(article, other, cast(User, request.user))
    messages.success(request, _("两篇都留。以后不再提醒这一对。"))
    return find_way_back(read_origin(request.POST), article)


def _publish(request: HttpRequest, article: Article, other: Article) -> str:
    """Publish beside the other, unless there is one more that nobody has compared."""
    user, origin = cast(User, request.user), read_origin(request.POST)
    following = find_place(article, user).next
    with transaction.atomic():
        keep_both(article, other, user)
        if copies := find_copies(article):
            messages.warning(request, _("还没有发布：另有一篇也像是同一篇报道，请再比较。"))
            return f"{resolve_url('duplicate', article.pk, copies[0].article.pk)}?from={origin}"
        publish(article, user, read_key(request.POST.get("version", "")))
    messages.success(request, _("已发布：%(headline)s") % {"headline": article})
    return find_way_on(request, origin, article, following)


_ACTIONS: dict[str, Callable[[HttpRequest, Article, Article], str]] = {
    "withdraw": _withdraw,
    "keep_both": _keep_both,
    "publish": _publish,
}


def _describe_copy(other: Article) -> str:
    """Return the reason that stands in the form to begin with."""
    paper = other.newspaper.name if other.newspaper else _("报纸不详")
    return _("与《%(headline)s》（%(newspaper)s %(date)s）重复。") % {
        "headline": other.display_headline,
        "newspaper": paper,
        "date": other.display_date,
    }
