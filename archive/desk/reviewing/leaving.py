"""Review: the article that comes next -> the address to go on to, and what the reviewer is told."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _

from archive.models import Article


def next_in_review(request: HttpRequest, following: Article | None) -> str:
    """Return the address of the article that comes next in review, or of the work list after the last."""
    if following:
        return resolve_url("review", following.pk)
    messages.info(request, _("没有别的待审稿件了。"))
    return resolve_url("desk")  # at its top, where it says what was done
