"""Splitting: a page whose articles are done -> where its editor goes on: the next page, or what they may review."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.holding import holds_in_force
from archive.desk.reviewing.rules import may_take
from archive.models import Article, ReviewAction, Split, Status

_TO_SPLIT = ("archive.change_page", "archive.add_article")


def leave_page(request: HttpRequest, page_pk: int) -> str:
    """Return the address of the next page that waits to be split, and of the work list after the last.

    There the page's articles that the person may publish are offered, with the focus: one key leads on.
    """
    user = cast(User, request.user)  # desk_view lets nobody else in
    if following := _find_next(page_pk, user):
        messages.info(request, _("这一版没有别的草稿了，接着是下一个待拆的版面。"))
        return resolve_url("split", following.page_id)
    message = _("这一版没有别的草稿了，也没有您可以接着拆的版面了。")
    if articles := _find_reviewable(page_pk, user):
        count = len(articles)
        label = ngettext("审这一版的 %(count)d 篇", "审这一版的 %(count)d 篇", count) % {"count": count}
        address = resolve_url("review", articles[0].pk)
        message = format_html('{} <a href="{}" autofocus>{}</a>', message, address, label)
    messages.info(request, message)
    return resolve_url("desk")


def _find_next(page_pk: int, user: User) -> Split | None:
    """Return the next split that waits and nobody else has open: of the pages that came in later, or else before."""
    if not user.has_perms(_TO_SPLIT):
        return None
    held = holds_in_force().exclude(user=user).exclude(page=None).values("page")
    waiting = Split.objects.filter(finished=None).exclude(page__in=held).order_by("page_id")
    return waiting.filter(page__gt=page_pk).first() or waiting.first()


def _find_reviewable(page_pk: int, user: User) -> list[Article]:
    """Return the articles of a page that wait for review and that the person may publish, in their order."""
    in_review = Article.objects.filter(page=page_pk, status=Status.REVIEW).order_by("order", "pk")
    return [article for article in in_review if may_take(article, ReviewAction.PUBLISHED, user)]
