"""The work list: what an editor wants to see -> the lists of the screen, each a screenful with its true counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.desk.working.articles import articles_in_state, describe_articles, find_articles
from archive.desk.working.duplicates import MOST_PAIRS, describe_pairs, find_pairs, waiting_pairs
from archive.desk.working.error_reports import describe_reports, find_reports, open_reports
from archive.desk.working.kinds import WorkKind
from archive.desk.working.pages import describe_pages, find_pages, waiting_pages
from archive.desk.working.rows import Row
from archive.desk.working.wanted import Wanted
from archive.views.listing import Screens, link_screens

ROWS_OF_AN_OVERVIEW = 8
ROWS_ON_A_SCREEN = 50

Rows = QuerySet[Any] | Sequence[Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A list: `found` of `total` are wanted, `rows` are shown of them."""

    kind: WorkKind
    rows: tuple[Row, ...]
    found: int
    total: int
    screens: Screens

    @property
    def has_more(self) -> bool:
        """Whether there are more than this screenful."""
        return self.found > len(self.rows)

    @property
    def may_be_more(self) -> bool:
        """Whether the total is only as far as was looked."""
        return self.kind is WorkKind.DUPLICATES and self.total >= MOST_PAIRS


@dataclass(frozen=True, slots=True)
class _Source:
    """All there is of a kind, what is wanted of it, and how lines are made of it."""

    every: Rows
    wanted: Rows
    describe: Callable[[Any], tuple[Row, ...]]


def list_section(request: HttpRequest, kind: WorkKind, wanted: Wanted, rows: int) -> Section:
    """Return one list, the screenful of it that `?p=` asks for."""
    source = _open_source(kind, wanted)
    paginator = Paginator(source.wanted, rows)
    screen = paginator.get_page(request.GET.get("p"))
    return Section(
        kind=kind,
        rows=source.describe(screen.object_list),
        found=paginator.count,
        total=_count(source.every) if wanted.is_narrowed else paginator.count,
        screens=link_screens(request, screen.number, paginator.num_pages),
    )


def _open_source(kind: WorkKind, wanted: Wanted) -> _Source:
    if kind is WorkKind.PAGES:
        return _Source(waiting_pages(), find_pages(wanted), describe_pages)
    if kind is WorkKind.ERROR_REPORTS:
        return _Source(open_reports(), find_reports(wanted), describe_reports)
    if kind is WorkKind.DUPLICATES:
        pairs = waiting_pairs()
        return _Source(pairs, find_pairs(pairs, wanted), describe_pairs)
    articles = articles_in_state(kind)
    return _Source(articles, find_articles(articles, wanted), describe_articles)


def _count(rows: Rows) -> int:
    return rows.count() if isinstance(rows, QuerySet) else len(rows)
