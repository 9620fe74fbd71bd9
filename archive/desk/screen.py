"""The desk: what every one of its screens shows, the counts of waiting work."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.desk.keeping import take_kept_entry
from archive.models import Article, ErrorReport, ErrorReportState, Split, Status


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """How much of each kind of work waits."""

    to_split: int
    drafts: int
    in_review: int
    error_reports: int


def count_work() -> DeskCounts:
    """Count what waits at the desk."""
    on_their_way = Article.objects.filter(status__in=(Status.DRAFT, Status.REVIEW)).order_by()
    articles = dict(on_their_way.values_list("status").annotate(count=Count("pk")))
    return DeskCounts(
        to_split=Split.objects.filter(finished=None).count(),
        drafts=articles.get(Status.DRAFT, 0),
        in_review=articles.get(Status.REVIEW, 0),
        error_reports=ErrorReport.objects.filter(state=ErrorReportState.OPEN).count(),
    )


def render_desk(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Render a screen of the desk. Where it has no place for what was sent when a login had run out, it says so."""
    if take_kept_entry(request) and not messages.get_messages(request):
        messages.warning(request, _("登录过期了，您刚才要做的还没有做。请看一遍，再按一次。"))
    return render(request, template, {"work": count_work(), **(context or {})}, status=status)
