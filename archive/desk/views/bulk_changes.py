"""The changes of many articles at once, the newest first; each can be taken back."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from archive.desk.access import desk_view
from archive.desk.bulk.change_list import list_changes
from archive.desk.bulk.undoing import UndoError, start_undo
from archive.desk.keys import read_key
from archive.desk.screen import render_desk
from archive.models import BulkChange
from archive.views.listing import link_screens

CHANGES_ON_A_SCREEN = 30


@desk_view("archive.change_article")
def bulk_changes(request: HttpRequest) -> HttpResponse:
    """Show the changes, or take one back."""
    user = cast(User, request.user)  # desk_view lets nobody else in
    if request.method == "POST":
        return _undo(request, user)
    paginator = Paginator(BulkChange.objects.select_related("user"), CHANGES_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    context = {
        "changes": list_changes(screen.object_list, user),
        "pages": link_screens(request, screen.number, paginator.num_pages),
    }
    return render_desk(request, "desk/bulk_changes.html", context)


def _undo(request: HttpRequest, user: User) -> HttpResponse:
    stored = get_object_or_404(BulkChange, pk=read_key(request.POST.get("undo", "")))
    try:
        return redirect("job", start_undo(stored, user).pk)
    except UndoError as refusal:
        messages.error(request, str(refusal))
        return redirect("bulk_changes")
