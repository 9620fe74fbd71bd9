"""Review: an article against its page's original text; a second person publishes it, or sends it back with a reason."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_view
from archive.desk.editing.labelling import describe_changes
from archive.desk.editing.versions import read_stored, read_version
from archive.desk.keeping import take_kept_entry
from archive.desk.keys import read_key
from archive.desk.near_duplicates import find_copies
from archive.desk.origin import Origin
from archive.desk.reviewing.leaving import next_in_review
from archive.desk.reviewing.queue import find_place
from archive.desk.reviewing.rules import ReviewError
from archive.desk.reviewing.screen import build_review
from archive.desk.reviewing.steps import publish, send_back, withdraw
from archive.desk.screen import render_desk
from archive.models import Article, ReviewAction

_DONE = {
    ReviewAction.PUBLISHED: gettext_lazy("已发布：%(headline)s"),
    ReviewAction.SENT_BACK: gettext_lazy("已退回：%(headline)s"),
    ReviewAction.WITHDRAWN: gettext_lazy("已撤回：%(headline)s"),
}


@desk_view()
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an article to its reviewer, or take the step that the pressed button says."""
    article = get_object_or_404(Article.objects.select_related("newspaper", "page__newspaper"), pk=pk)
    if request.method == "POST":
        return _decide(request, article)
    kept = take_kept_entry(request)
    if kept:
        messages.warning(request, _("还没有处理。您写的原因还在下面，请看一遍再按一次。"))
    return _show(request, article, kept.get("reason", "") if kept else "")


def _show(
    request: HttpRequest, article: Article, reason: str, seen: int | None = None, status: int = 200
) -> HttpResponse:
    """Show the screen; `seen` is the version that the person had in front of them, where it is not the newest."""
    user = cast(User, request.user)  # desk_view lets nobody else in
    before = read_version(article, seen) if seen else None
    context = {
        "article": article,
        "screen": build_review(article, user),
        "reason": reason,
        "missed": describe_changes(before, read_stored(article)) if before else (),
    }
    return render_desk(request, "desk/review.html", context, status=status)


def _decide(request: HttpRequest, article: Article) -> HttpResponse:
    user, action = cast(User, request.user), request.POST.get("action", "")
    reason, seen = request.POST.get("reason", ""), read_key(request.POST.get("version", ""))
    if action == ReviewAction.PUBLISHED and not article.is_published and (copies := find_copies(article)):
        messages.warning(request, _("还没有发布：这篇稿件像是已有稿件的翻版，请先比较。"))
        return redirect(f"{resolve_url('duplicate', article.pk, copies[0].article.pk)}?from={Origin.REVIEW}")
    following = find_place(article, user).next
    try:
        _take_step(action, article, user, reason, seen)
    except ReviewError as refusal:
        messages.error(request, str(refusal))
        article.refresh_from_db()
        return _show(request, article, reason, seen=seen, status=409)
    messages.success(request, _DONE[ReviewAction(action)] % {"headline": article.display_headline})
    return redirect(next_in_review(request, following))


def _take_step(action: str, article: Article, user: User, reason: str, seen: int) -> None:
    if action == ReviewAction.PUBLISHED:
        publish(article, user, seen)
    elif action == ReviewAction.SENT_BACK:
        send_back(article, user, reason, seen)
    elif action == ReviewAction.WITHDRAWN:
        withdraw(article, user, reason, seen)
    else:
        raise ReviewError(_("没有这个操作。"))
