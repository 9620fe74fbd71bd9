"""Removing a programme: which articles lose it, and the job that takes it away."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.screen import render_desk
from archive.desk.tagging import saving
from archive.desk.tagging.planning import plan_retag
from archive.desk.vocabulary import load_vocabulary
from archive.models import Initiative


@desk_view("archive.delete_initiative")
def remove_programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what removing a programme would do, or start it; one that a person confirmed somewhere stays."""
    programme = get_object_or_404(Initiative, pk=pk)
    plan = plan_retag(saving.change_of(programme, None), load_vocabulary())
    if request.method == "POST":
        if plan.kept:
            messages.error(request, _("没有删除：有稿件的这个项目是人定下的。"))
            return redirect(request.path)
        return redirect("job", saving.remove_programme(programme, cast(User, request.user)).pk)
    return render_desk(request, "desk/remove_programme.html", {"programme": programme, "plan": plan})
