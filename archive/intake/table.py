"""Table intake: a CSV or XLSX file -> its rows as texts. The form is told by the content, not by the name."""

import csv
import io
from pathlib import Path

from archive.intake.decode import decode_page
from archive.intake.forms import HEAD_BYTES, Form, recognise_form
from archive.intake.refusal import Reason, RefusedError
from archive.intake.workbook import MOST_COLUMNS, Rows, read_workbook

MOST_TABLE_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
_MEGABYTE = 1024 * 1024
# Excel writes commas, or tabs in its “Unicode text”, or semicolons where the comma is a decimal sign.
_DELIMITERS = ",\t;"


def read_table(path: Path) -> Rows:
    """Return all rows of a table, its heading first; rows are as long as their last filled cell.

    Raises RefusedError; its detail is the number of the line where a CSV breaks off.
    """
    if path.stat().st_size > MOST_TABLE_BYTES:
        raise RefusedError(Reason.FILE_TOO_LARGE, f"{MOST_TABLE_BYTES // _MEGABYTE} MB")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        form = recognise_form(head)
        if form is Form.PDF:
            raise RefusedError(Reason.OTHER_FORM)
        if form is Form.TEXT:
            rows = read_csv(decode_page(head + file.read(), MOST_TABLE_BYTES))
        else:
            rows = read_workbook(path, MOST_ROWS + 2)
    filled = sum(map(bool, rows))
    if not filled:
        raise RefusedError(Reason.EMPTY)
    if filled > MOST_ROWS + 1:
        raise RefusedError(Reason.TOO_MANY_ROWS, str(MOST_ROWS))
    return rows


def read_csv(text: str) -> Rows:
    """Return the rows of a CSV text, whichever sign parts its columns."""
    rows: Rows = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_find_delimiter(text), strict=True)
    try:
        for row in lines:
            if len(row) > MOST_COLUMNS:
                raise RefusedError(Reason.BROKEN_TABLE, str(lines.line_num))
            while row and not row[-1].strip():
                row.pop()
            rows.append(row)
    except csv.Error:
        raise RefusedError(Reason.BROKEN_TABLE, str(lines.line_num)) from None
    return rows


def _find_delimiter(text: str) -> str:
    """Return the sign that parts the columns: the most frequent of the heading line."""
    heading = text.lstrip().split("\n", 1)[0]
    return max(_DELIMITERS, key=heading.count)
