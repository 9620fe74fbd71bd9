"""Bulk import: the rows of a table -> the items of its job, and back; with all that the table has of a row's page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from archive.body import printed_text
from archive.desk.bulk.cells import read_date_cell, read_newspaper_cell, read_page_cell
from archive.desk.bulk.columns import Column, Row
from archive.desk.jobs.starting import NewItem
from archive.models import JobItem
from archive.models.precision import date_slug

_ABOVE_TEXT = (Column.KICKER, Column.HEADLINE, Column.SUBHEAD, Column.BYLINE)


def make_items(rows: Sequence[Row]) -> Iterator[NewItem]:
    """Yield an item for each row; the first on a page knows the numbers of all items on it, the others the first."""
    pages = _group_by_page(rows)
    for number, row in enumerate(rows, start=1):
        detail: dict[str, object] = {"row": row.number, "surplus": row.surplus, "rows_on_page": row.on_page}
        detail["cells"] = {name: cell for name, cell in row.cells.items() if cell}
        if on_page := pages.get(_name_page(row)):
            detail.update({"on_page": on_page} if number == on_page[0] else {"first_on_page": on_page[0]})
        name = _("第 %(number)d 行：%(name)s") % {"number": row.number, "name": row.name}
        yield NewItem(name, detail=detail)


def read_row(item: JobItem) -> Row:
    """Return the row that an item was made of."""
    cells = {column.value: item.detail["cells"].get(column.value, "") for column in Column}
    return Row(item.detail["row"], cells, item.detail["surplus"], item.detail["rows_on_page"])


def write_page_text(item: JobItem) -> str:
    """Return all that the table has of the page of an item's row: paper, date and number, then its articles."""
    items = item.job.items
    first = items.get(number=item.detail["first_on_page"]) if "first_on_page" in item.detail else item
    rows = [read_row(one) for one in items.filter(number__in=first.detail["on_page"]).order_by("number")]
    return "\n\n".join((_name_page(rows[0]), *map(_write_text, rows)))


def _write_text(row: Row) -> str:
    """Return the words of a row as they stand on its page."""
    parts = (*(row.cells[column] for column in _ABOVE_TEXT), printed_text(row.cells[Column.BODY]))
    return "\n\n".join(filter(None, parts))


def _group_by_page(rows: Sequence[Row]) -> Mapping[str, list[int]]:
    """Return by page the numbers of the items on it."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows, start=1):
        if page := _name_page(row):
            pages[page].append(number)
    return pages


def _name_page(row: Row) -> str:
    """Return paper, date and number of a row's page in one line; empty where no number is given."""
    try:
        number = read_page_cell(row.cells[Column.PAGE])
        date = date_slug(*read_date_cell(row.cells[Column.DATE]))
    except ValueError:
        return ""
    return f"{read_newspaper_cell(row.cells[Column.NEWSPAPER])} {date} 第{number}版" if number else ""
