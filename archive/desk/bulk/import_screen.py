"""Bulk import: a table that was checked -> what its screen shows: counts, what to look at twice, some of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from archive.desk.bulk.cells import read_page_cell
from archive.desk.bulk.checking import Fate, RowCheck
from archive.desk.bulk.columns import Column, Row
from archive.desk.bulk.kept_table import KeptTable
from archive.desk.differences import Passage, abridge, mark_differences
from archive.views.listing import Screens, link_screens

ROWS_ON_A_SCREEN = 100
_IN_ORDER = (Fate.PROBLEM, Fate.NEW, Fate.CHANGED, Fate.LOCKED, Fate.SAME)


@dataclass(frozen=True, slots=True)
class FateCount:
    """How many rows would come to the same."""

    fate: Fate
    count: int
    is_shown: bool


@dataclass(frozen=True, slots=True)
class CellDifference:
    """What a row would change in a field."""

    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row: what tells it from others beside its headline, and what it would change."""

    check: RowCheck
    about: tuple[str, ...]
    differences: tuple[CellDifference, ...]


@dataclass(frozen=True, slots=True)
class ImportScreen:
    """What is shown of a table that was checked; `imported` is how many of its rows change the archive."""

    kept: KeptTable
    counts: tuple[FateCount, ...]
    imported: int
    problems: int
    new_newspapers: tuple[str, ...]
    rows: tuple[RowLine, ...]
    pages: Screens


def build_screen(request: HttpRequest, kept: KeptTable) -> ImportScreen:
    """Return what the screen shows of the rows with the fate that the address asks for."""
    counts = Counter(check.fate for check in kept.checks)
    fates = [fate for fate in _IN_ORDER if counts[fate]]
    wanted = request.GET.get("fate", "")
    shown = next((fate for fate in fates if fate == wanted), fates[0])
    pairs = zip(kept.checks, kept.table.rows, strict=True)
    paginator = Paginator([pair for pair in pairs if pair[0].fate is shown], ROWS_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    return ImportScreen(
        kept=kept,
        counts=tuple(FateCount(fate, counts[fate], fate is shown) for fate in fates),
        imported=counts[Fate.NEW] + counts[Fate.CHANGED],
        problems=counts[Fate.PROBLEM],
        new_newspapers=tuple(dict.fromkeys(check.new_newspaper for check in kept.checks if check.new_newspaper)),
        rows=tuple(_describe_row(check, row) for check, row in screen.object_list),
        pages=link_screens(request, screen.number, paginator.num_pages),
    )


def _describe_row(check: RowCheck, row: Row) -> RowLine:
    about = () if check.problems else tuple(filter(None, _describe_source(row.cells)))
    return RowLine(check, about, tuple(_find_differences(check)))


def _describe_source(cells: Mapping[str, str]) -> Iterator[str]:
    number = read_page_cell(cells[Column.PAGE])
    yield cells[Column.NEWSPAPER]
    yield cells[Column.DATE]
    yield _("第%(number)s版") % {"number": number} if number else ""
    yield from (cells[column] for column in (Column.PLACES, Column.PROGRAMMES, Column.STATUS))


def _find_differences(check: RowCheck) -> Iterator[CellDifference]:
    for change in check.changes:
        yield CellDifference(change.column.label, abridge(mark_differences(change.before, change.after)))
