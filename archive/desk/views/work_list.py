"""The work list: what waits for an editor."""

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from archive.desk.access import desk_view
from archive.desk.screen import render_desk
from archive.desk.working.kinds import WorkKind
from archive.desk.working.sections import ROWS_OF_AN_OVERVIEW, ROWS_ON_A_SCREEN, list_section
from archive.desk.working.unfinished import find_kept_entries, find_open_jobs
from archive.desk.working.wanted import WantedForm


@desk_view()
def work_list(request: HttpRequest) -> HttpResponse:
    """Show all that waits, or one list of it; what the fields say narrows every list."""
    user = cast(User, request.user)  # desk_view lets nobody else in
    form = WantedForm(request.GET)
    wanted = form.read(user)
    kind = _read_kind(request)
    kinds = [kind] if kind else [kind for kind in WorkKind if kind.is_waiting]
    rows = ROWS_ON_A_SCREEN if kind else ROWS_OF_AN_OVERVIEW
    context = {
        "form": form,
        "wanted": wanted,
        "kind": kind,
        "kinds": list(WorkKind),
        "sections": [list_section(request, each, wanted, rows) for each in kinds],
        "jobs": () if kind else find_open_jobs(),
        "kept_entries": find_kept_entries(user),
    }
    return render_desk(request, "desk/work_list.html", context)


def _read_kind(request: HttpRequest) -> WorkKind | None:
    given = request.GET.get("kind", "")
    return WorkKind(given) if given in WorkKind.values else None
