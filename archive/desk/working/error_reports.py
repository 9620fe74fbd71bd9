"""The work list: what readers reported and nobody has settled -> what an editor wants to see of it, and its lines."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.desk.people import name_person
from archive.desk.working.conditions import of_issue, of_person, of_place, waits_since, with_text
from archive.desk.working.kinds import WorkOrder
from archive.desk.working.rows import Row, name_holders
from archive.desk.working.wanted import Wanted
from archive.models import ErrorReport, ErrorReportState

_ORDERS = {
    WorkOrder.LONGEST: ("created", "pk"),
    WorkOrder.LATEST: ("-created", "-pk"),
    WorkOrder.PRINTED: ("article__newspaper__name", "article__date", "article__page__number", "article__order", "pk"),
}


def open_reports() -> QuerySet[ErrorReport]:
    """Return the reports that nobody has settled."""
    return ErrorReport.objects.filter(state=ErrorReportState.OPEN)


def find_reports(wanted: Wanted) -> QuerySet[ErrorReport]:
    """Return those of the open reports that are wanted."""
    return (
        open_reports()
        .filter(
            of_issue(wanted, "article__"),
            of_place(wanted, "article__"),
            with_text(wanted, ("quote", "note", "article__headline")),
            of_person(wanted, ("reporter",), "article", "article"),
            waits_since(wanted, "created"),
        )
        .select_related("article__newspaper", "article__page", "reporter")
        .defer("article__page__text")
        .order_by(*_ORDERS[wanted.order])
    )


def describe_reports(reports: Iterable[ErrorReport]) -> tuple[Row, ...]:
    """Return the line of each report."""
    shown = tuple(reports)
    holders = name_holders(articles=(report.article_id for report in shown))
    return tuple(
        Row(
            thing=report,
            since=report.created,
            person=name_person(report.reporter) or _("没有登录的读者"),
            holder=holders.get(report.article_id, ""),
        )
        for report in shown
    )
