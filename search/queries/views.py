"""What readers ask, for administrators: the most frequent queries, those that found nothing, and both as a table."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.desk.access import desk_view
from archive.desk.screen import render_desk
from search.queries.report import Period, read_frequent, read_vain, write_table

_MOST_SHOWN = 100
_PERMISSION = "search.view_querycount"


@desk_view(_PERMISSION)
@require_safe
def queries(request: HttpRequest) -> HttpResponse:
    """Show the counts of the period in `?days=`."""
    period = Period.parse(request.GET.get("days", ""))
    context = {
        "period": period,
        "periods": Period,
        "frequent": read_frequent(period, _MOST_SHOWN),
        "vain": read_vain(period, _MOST_SHOWN),
        "is_counted": settings.QUERY_LOG,
    }
    return render_desk(request, "search/queries.html", context)


@desk_view(_PERMISSION)
@require_safe
def queries_table(request: HttpRequest) -> HttpResponse:
    """Send all counts of the period as a table."""
    period = Period.parse(request.GET.get("days", ""))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="queries-{period.value}-days.csv"'
    write_table(period, response)
    return response
