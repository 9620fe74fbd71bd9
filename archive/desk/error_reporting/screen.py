"""Error reports: a report -> its place in the article and on the page, and what became of the text since."""

from dataclasses import dataclass

from archive.desk.editing.labelling import FieldChange, describe_changes
from archive.desk.editing.versions import read_stored, read_version
from archive.desk.error_reporting.placing import ReportedPlace, place_report
from archive.desk.reviewing.comparison import compare_with_page
from archive.models import Article, ErrorReport, ErrorReportState


@dataclass(frozen=True, slots=True)
class ReportScreen:
    """What an editor sees of a report.

    `changed` is what was changed in the article since; `others` are the other open reports on it.
    """

    place: ReportedPlace
    changed: tuple[FieldChange, ...]
    others: tuple[ErrorReport, ...]


def build_report_screen(report: ErrorReport) -> ReportScreen:
    """Return what the screen shows of a report on its article as it is now."""
    article = report.article
    others = article.error_reports.filter(state=ErrorReportState.OPEN).exclude(pk=report.pk)
    return ReportScreen(
        place=place_report(article, compare_with_page(article), report.quote, report.block),
        changed=_changed_since(article, report),
        others=tuple(others),
    )


def _changed_since(article: Article, report: ErrorReport) -> tuple[FieldChange, ...]:
    """Return what differs from the version that the reader had before them."""
    version = article.history.filter(history_date__lte=report.created).order_by("-history_id").first()
    before = read_version(article, version.history_id) if version else None
    return describe_changes(before, read_stored(article)) if before else ()
