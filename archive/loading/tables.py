"""A CSV file of archive/data -> its rows as dataclasses."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

DATA = Path(__file__).resolve().parent.parent / "data"

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region of today: `level` is province, city or district; `parent` the code of what it lies in."""

    code: str
    name: str
    level: str
    parent: str

    @property
    def province(self) -> str:
        """The code of the province it is or lies in."""
        return f"{self.code[:2]}0000"


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """The short names of a province."""

    code: str
    short_name: str
    abbreviation: str


@dataclass(frozen=True, slots=True)
class FormerNameRow:
    """A name of earlier lists; `seen_from` and `seen_until` are a year or a year and month: 2003, 200306."""

    code: str
    name: str
    seen_from: str
    seen_until: str


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """A programme; `aliases` are parted by |, `city` is the full name of where it began, city or province."""

    name: str
    aliases: str
    category: str
    scope: str
    city: str
    year: str
    page: str
    description: str


def read_rows(path: Path, kind: type[Row]) -> list[Row]:
    """Return the rows of a table whose columns are the fields of `kind`."""
    with path.open(encoding="utf-8", newline="") as file:
        return [kind(**columns) for columns in csv.DictReader(file)]
