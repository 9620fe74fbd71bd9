"""A person's saved searches: the list, opening one, what is new in one."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from search.models import SavedSearch
from search.parameters import read_parameters
from search.request import read_request
from search.saved.counting import find_new
from search.saved.listing import list_saved
from search.saved.saving import NotSavedError, clean_name, save_search
from search.views import needs_index

_MOST_NEW = 50


def saved_searches(request: HttpRequest) -> HttpResponse:
    """List the saved searches, or save the one that was sent; after a login one is back at its results."""
    if not request.user.is_authenticated:
        is_sent = request.method == "POST"
        return redirect_to_login(read_request(request.POST).url if is_sent else request.get_full_path())
    if request.method == "POST":
        return _save(request)
    searches = SavedSearch.objects.filter(user=cast(User, request.user)).select_related("user")
    return render(request, "search/saved_searches.html", {"lines": list_saved(list(searches))})


def _save(request: HttpRequest) -> HttpResponse:
    try:
        saved = save_search(cast(User, request.user), read_request(request.POST), request.POST.get("name", ""))
    except NotSavedError as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("存下了“%(name)s”。") % {"name": saved.name})
    return redirect("saved_searches")


@login_required
def saved_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what a button of the list says; its name is one too, and opens the results, which are seen then.

    A link is also followed by programs that fetch ahead: whoever comes by one sees the results, and they stay new.
    """
    saved = _get_own(request, pk)
    if request.method == "POST" and request.POST.get("action") != "open":
        _change(request, saved)
        return redirect("saved_searches")
    if request.method == "POST":
        _mark_seen(saved)
    return redirect(read_parameters(saved.parameters).url)


@login_required
@needs_index
def new_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is new in a saved search; looking here does not make it seen."""
    saved = _get_own(request, pk)
    answer = find_new(saved, _MOST_NEW)
    context = {
        "saved": saved,
        "total": answer.total if answer else 0,
        "articles": [article for article, _score in answer.hits] if answer else [],
        "is_relaxed": bool(answer and answer.is_relaxed),
    }
    return render(request, "search/new_reports.html", context)


def _get_own(request: HttpRequest, pk: int) -> SavedSearch:
    """Return a search of the person; those of others are not there."""
    return get_object_or_404(SavedSearch, pk=pk, user=cast(User, request.user))


def _mark_seen(saved: SavedSearch) -> None:
    SavedSearch.objects.filter(pk=saved.pk).update(seen=timezone.now())


def _change(request: HttpRequest, saved: SavedSearch) -> None:
    """Rename, delete, or take as seen."""
    action = request.POST.get("action", "")
    if action == "seen":
        _mark_seen(saved)
    elif action == "remove":
        saved.delete()
        messages.success(request, _("删掉了“%(name)s”。") % {"name": saved.name})
    elif action == "rename":
        saved.name = clean_name(request.POST.get("name", "")) or saved.name
        saved.save(update_fields=["name"])
        messages.success(request, _("改名为“%(name)s”。") % {"name": saved.name})
