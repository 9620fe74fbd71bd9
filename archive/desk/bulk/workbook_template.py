"""Bulk import: the rows of the template and what its columns are for -> a workbook to fill in."""

import io
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from archive.desk.bulk.columns import Column

_WIDTHS = {Column.HEADLINE: 40, Column.BODY: 60, Column.BYLINE: 24, Column.SUBHEAD: 24, Column.KICKER: 24}
_ORDINARY_WIDTH = 14

Rows = Sequence[Sequence[str]]


def write_workbook(rows: Rows, explained: Rows) -> bytes:
    """Return a workbook: a sheet to fill in, all its cells plain text, and a sheet that explains the columns."""
    workbook = Workbook()
    _fill_sheet(workbook.active, _("稿件"), rows, [_WIDTHS.get(column, _ORDINARY_WIDTH) for column in Column])
    for dimension in workbook.active.column_dimensions.values():
        dimension.number_format = "@"
    headings = [_("列"), _("怎么写"), _("也认得的列名")]
    _fill_sheet(workbook.create_sheet(), _("说明"), [headings, *explained], (10, 80, 40))
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _fill_sheet(sheet: Any, title: str, rows: Rows, widths: Sequence[int]) -> None:
    """Write rows into a sheet, its first row the headings, which stay in sight."""
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        cell.font = Font(bold=cell.row == 1)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
