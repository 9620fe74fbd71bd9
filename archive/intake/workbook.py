"""Table intake: an XLSX file -> the rows of its first sheet as texts, read in a process of its own.

Dates come as ISO writes them, as exact as their cell shows them; a formula comes as it is written, never computed.
A cell that was merged over several rows says the same for each of them.
"""

import datetime
import json
import re
import sys
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from archive.intake.refusal import Reason, RefusedError
from archive.intake.separately import limit_process, run_separately

# openpyxl reads no more of a member than it says of itself, so that this bounds what is inflated.
MOST_INFLATED_BYTES = 250 * 1024 * 1024
MOST_COLUMNS = 60
# A sheet may be coloured far below its last row.
_LAST_ROW = 200_000

_ENCRYPTED = 1
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']")
_CHUNK = 1024 * 1024
_LONGEST_ELEMENT = 200

Rows = list[list[str]]


def read_workbook(path: Path, most_rows: int) -> Rows:
    """Return the rows of a workbook's first sheet, of those with anything in them at most `most_rows`.

    Raises RefusedError, also where time or memory did not suffice.
    """
    rows: Rows = run_separately(__name__, path, str(path.resolve()), str(most_rows))["rows"]
    return rows


def check_archive(path: Path) -> None:
    """Refuse a file that is no workbook, that is locked, or that inflates beyond measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise RefusedError(Reason.DAMAGED) from None
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise RefusedError(Reason.PASSWORD)
    if sum(member.file_size for member in members) > MOST_INFLATED_BYTES:
        raise RefusedError(Reason.ZIP_BOMB)
    if not any(member.filename.startswith("xl/") for member in members):
        raise RefusedError(Reason.OTHER_FORM)


def read_first_sheet(path: Path, most_rows: int) -> Rows:
    """Return the rows of the first sheet that is shown."""
    from openpyxl import load_workbook  # only the process that may die of it needs it

    workbook = load_workbook(path.open("rb"), read_only=True)  # of a path it asks the name, which may be any
    sheet = next((one for one in workbook.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise RefusedError(Reason.EMPTY)
    sheet.reset_dimensions()  # what a file says of its size need not be true
    rows = list(read_sheet(sheet, most_rows))
    with sheet._get_source() as source:
        for column, first, last in find_merged(source):
            fill_down(rows, column, first, last)
    return rows


def read_sheet(sheet: Any, most_rows: int) -> Iterator[list[str]]:
    """Yield the rows of a sheet; those that the file leaves out are empty."""
    filled = 0
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS, max_row=_LAST_ROW):
        row = [write_cell(cell) for cell in cells]
        while row and not row[-1].strip():
            row.pop()
        yield row
        filled += bool(row)
        if filled == most_rows:
            return


def find_merged(source: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield the merged cells of a sheet: the first column and the first and last row of each, counted from 0.

    A sheet that is read row by row, as a large one must be, does not tell of them: they stand behind its rows.
    """
    rest = b""
    while chunk := source.read(_CHUNK):
        text = rest + chunk
        end = 0
        for found in _MERGED.finditer(text):
            end = found.end()
            yield _count_column(found[1].decode()), int(found[2]) - 1, int(found[3]) - 1
        rest = text[max(end, len(text) - _LONGEST_ELEMENT) :]


def _count_column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def fill_down(rows: Rows, column: int, first: int, last: int) -> None:
    """Give a merged cell's text to the rows under its first; a row with nothing in it stays empty."""
    if not 0 <= first < len(rows) or column >= len(rows[first]):
        return
    for row in rows[first + 1 : last + 1]:
        if row:
            row.extend([""] * (column + 1 - len(row)))
            row[column] = row[column] or rows[first][column]


def write_cell(cell: Any) -> str:
    """Return a cell as text."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return _write_date(value, cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(getattr(value, "text", value))  # a formula over several cells is an object


def _write_date(date: datetime.date, number_format: str) -> str:
    """Return a date as exact as its cell shows it: `yyyy"年"m"月"` shows no day."""
    shown = number_format.lower()
    if "d" in shown or "m" not in shown:
        return date.strftime("%Y-%m-%d") if "d" in shown else date.strftime("%Y")
    return date.strftime("%Y-%m")


def main(path: str, most_rows: str) -> None:
    """Print the rows of a workbook, or why there are none, as JSON."""
    limit_process()
    warnings.simplefilter("ignore")
    try:
        check_archive(Path(path))
        answer: dict[str, object] = {"rows": read_first_sheet(Path(path), int(most_rows))}
    except RefusedError as refusal:
        answer = {"reason": refusal.reason}
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, zipfile.BadZipFile, EOFError):
        answer = {"reason": Reason.DAMAGED}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
