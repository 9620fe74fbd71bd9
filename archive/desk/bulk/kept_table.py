"""Bulk import: a table that an editor handed in -> its rows with what would come of each, kept until it is imported.

It lies with the other files that were handed in, and goes like them: a day after it was checked, if nobody imports it.
"""

import datetime
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils import timezone

from archive.desk.bulk.checking import Fate, Problem, RowCheck, check_rows
from archive.desk.bulk.columns import Column, Table, arrange_rows
from archive.desk.bulk.matching import Similar
from archive.desk.bulk.row_changes import CellChange
from archive.intake.table import read_table
from archive.models.job import keep_privately

_KEY = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table, its name, what would come of each of its rows, and when that was found out."""

    key: str
    name: str
    checked: datetime.datetime
    table: Table
    checks: tuple[RowCheck, ...]


def keep_table(path: Path, name: str, user: User) -> str:
    """Read a table, check its rows, and return the key that it is kept by. Raises RefusedError and HeadingsError."""
    rows = read_table(path)
    table = arrange_rows(rows)
    # What is changed while the rows are looked at counts as changed since.
    checked = timezone.now()
    checks = [asdict(check) for check in check_rows(table, user)]
    stored = {"user": user.pk, "name": name, "checked": checked.isoformat(), "rows": rows, "checks": checks}
    key = uuid4().hex
    keep_privately().save(_place(key), ContentFile(json.dumps(stored).encode()))
    return key


def find_table(key: str, user: User) -> KeptTable | None:
    """Return a table that the person has kept; None where there is none, as after a day."""
    storage = keep_privately()
    if not _KEY.fullmatch(key) or not storage.exists(_place(key)):
        return None
    with storage.open(_place(key)) as file:
        stored = json.load(file)
    if stored["user"] != user.pk:
        return None
    checks = tuple(_read_check(check) for check in stored["checks"])
    checked = datetime.datetime.fromisoformat(stored["checked"])
    return KeptTable(key, stored["name"], checked, arrange_rows(stored["rows"]), checks)


def forget_table(kept: KeptTable) -> None:
    """Throw a kept table away."""
    keep_privately().delete(_place(kept.key))


def _place(key: str) -> str:
    return f"jobs/{key}"


def _read_check(stored: dict[str, Any]) -> RowCheck:
    return RowCheck(
        **{
            **stored,
            "fate": Fate(stored["fate"]),
            "problems": tuple(Problem(**problem) for problem in stored["problems"]),
            "notes": tuple(stored["notes"]),
            "changes": tuple(CellChange(**{**one, "column": Column(one["column"])}) for one in stored["changes"]),
            "similar": tuple(Similar(**similar) for similar in stored["similar"]),
        }
    )
