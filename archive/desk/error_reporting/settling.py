"""Error reports: an editor's decision on one -> its new state; of two editors the second is told of the first."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.people import name_person
from archive.models import ErrorReport, ErrorReportState


class SettleError(Exception):
    """A decision that cannot be taken; its text tells the person why."""


def settle(report: ErrorReport, state: ErrorReportState, answer: str, user: User) -> None:
    """Settle an open report as mended or declined; to decline takes an answer. Raises SettleError."""
    if state == ErrorReportState.DECLINED and not answer.strip():
        raise SettleError(_("请写明为什么不改，读者会看到。"))
    with transaction.atomic():
        stored = ErrorReport.objects.select_for_update().get(pk=report.pk)
        if stored.state != ErrorReportState.OPEN:
            raise SettleError(_describe_settled(stored))
        stored.state, stored.answer = state, answer.strip()
        stored.settled, stored.settled_by = timezone.now(), user
        stored.save()


def reopen(report: ErrorReport) -> None:
    """Make a settled report an open one again; its answer stays in its field."""
    with transaction.atomic():
        stored = ErrorReport.objects.select_for_update().get(pk=report.pk)
        stored.state, stored.settled, stored.settled_by = ErrorReportState.OPEN, None, None
        stored.save()


def find_next(report: ErrorReport) -> ErrorReport | None:
    """Return the next open report: the one that waits longest behind this one, or else longest of all."""
    waiting = ErrorReport.objects.filter(state=ErrorReportState.OPEN).exclude(pk=report.pk).order_by("pk")
    return waiting.filter(pk__gt=report.pk).first() or waiting.first()


def _describe_settled(report: ErrorReport) -> str:
    """Return who settled a report, when and how."""
    settled = report.settled or report.created
    return _("没有改动：%(person)s已在 %(time)s 处理过：%(state)s。") % {
        "person": name_person(report.settled_by) or _("别人"),
        "time": timezone.localtime(settled).strftime("%m-%d %H:%M"),
        "state": ErrorReportState(report.state).label,
    }
