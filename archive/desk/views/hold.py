"""Holds: an open screen says that its person is still there, lets go, or takes over from another."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from archive.desk.access import desk_view, wants_json
from archive.desk.holding import HoldNotice, describe_hold, release_hold, take_hold
from archive.desk.keeping import take_kept_entry
from archive.desk.keys import read_key
from archive.models import Article, Page


@desk_view()
def hold(request: HttpRequest) -> HttpResponse:
    """Renew, release or take over the hold of a page or an article; `next` is where a form goes on."""
    if request.method != "POST":
        # After a login that had run out: nothing is taken over without another look at who works there.
        return redirect(_next_address(request, take_kept_entry(request) or request.POST))
    user = cast(User, request.user)  # desk_view lets nobody else in
    page, article = _find_thing(request)
    action = request.POST.get("action")
    if action == "release":
        release_hold(user, page=page, article=article)
        return JsonResponse({"message": ""})
    taken = take_hold(user, page=page, article=article, by_force=action == "take")
    notice = describe_hold(taken, user, page=page, article=article)
    if wants_json(request):
        return JsonResponse({"message": describe_holder(notice), "is_own": notice.is_own})
    if not notice.is_own:
        messages.warning(request, describe_holder(notice))
    return redirect(_next_address(request, request.POST))


def describe_holder(notice: HoldNotice) -> str:
    """Return a sentence about who has the hold; empty for one's own."""
    if notice.is_own or notice.since is None:
        return ""
    since = timezone.localtime(notice.since).strftime("%H:%M")
    return _("%(holder)s从 %(since)s 起正在这里工作。") % {"holder": notice.holder, "since": since}


def _find_thing(request: HttpRequest) -> tuple[Page | None, Article | None]:
    """Return the page or the article that the fields `kind` and `pk` name."""
    key = read_key(request.POST.get("pk", ""))
    if request.POST.get("kind") == "page":
        return get_object_or_404(Page.objects.defer("text"), pk=key), None
    return None, get_object_or_404(Article, pk=key)


def _next_address(request: HttpRequest, fields: QueryDict) -> str:
    address = fields.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    # A word alone would be taken for the name of a view.
    return address if is_safe and address.startswith("/") else resolve_url("desk")
