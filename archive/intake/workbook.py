"""Table intake: an XLSX file -> the rows of its first sheet as texts, read in a process of its own.

Dates come as ISO writes them, as exact as their cell shows them; a formula comes as it is written, never computed.
"""

import datetime
import json
import logging
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.intake.refusal import Reason, RefusedError
from archive.intake.separately import SECONDS, limit_process

logger = logging.getLogger(__name__)

# openpyxl reads no more of a member than it says of itself, so that this bounds what is inflated.
MOST_INFLATED_BYTES = 250 * 1024 * 1024
MOST_COLUMNS = 60
# A sheet may be coloured far below its last row.
_LAST_ROW = 200_000

_ROOT = Path(__file__).resolve().parents[2]
_ENCRYPTED = 1

Rows = list[list[str]]


def read_workbook(path: Path, most_rows: int) -> Rows:
    """Return the rows of a workbook's first sheet, of those with anything in them at most `most_rows`.

    Raises RefusedError, also where time or memory did not suffice.
    """
    command = [sys.executable, "-X", "utf8", "-m", __name__, str(path.resolve()), str(most_rows)]
    try:
        run = subprocess.run(  # noqa: S603 (our own module; the path is an argument, never part of a shell's line)
            command, cwd=_ROOT, env={}, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(Reason.TOO_HEAVY) from None
    if run.returncode:
        logger.warning("%s: status %s: %s", path.name, run.returncode, run.stderr[-1000:].decode("utf-8", "replace"))
        raise RefusedError(Reason.TOO_HEAVY)
    answer = json.loads(run.stdout)
    if "reason" in answer:
        raise RefusedError(Reason(answer["reason"]))
    rows: Rows = answer["rows"]
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


def read_sheet(path: Path, most_rows: int) -> Iterator[list[str]]:
    """Yield the rows of the first sheet; those that the file leaves out are empty."""
    from openpyxl import load_workbook  # only the process that may die of it needs it

    workbook = load_workbook(path, read_only=True)
    sheet = next((one for one in workbook.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise RefusedError(Reason.EMPTY)
    sheet.reset_dimensions()  # what a file says of its size need not be true
    filled = 0
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS, max_row=_LAST_ROW):
        row = [write_cell(cell) for cell in cells]
        while row and not row[-1].strip():
            row.pop()
        yield row
        filled += bool(row)
        if filled == most_rows:
            return


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
        answer: dict[str, object] = {"rows": list(read_sheet(Path(path), int(most_rows)))}
    except RefusedError as refusal:
        answer = {"reason": refusal.reason}
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, zipfile.BadZipFile, EOFError):
        answer = {"reason": Reason.DAMAGED}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
