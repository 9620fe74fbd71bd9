"""The work list: what waits for an editor."""

from django.http import HttpRequest, HttpResponse

from archive.desk.access import desk_view
from archive.desk.screen import render_desk


@desk_view()
def work_list(request: HttpRequest) -> HttpResponse:
    """Show the pages to split, the drafts, the articles to review and what readers reported."""
    return render_desk(request, "desk/work_list.html")
