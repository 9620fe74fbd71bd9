"""A file of the sample archive -> its reports; pure, no database."""

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReport:
    """One report as its file gives it: `date` as exact as it is known (2013, 2013-09, 2013-09-23, or empty),
    `places` as code and name (510500 泸州市), `body` in the form of archive/body.py.
    """

    newspaper: str
    date: str
    page: int
    order: int
    genre: str
    body: str
    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    byline: str = ""
    dateline: str = ""
    places: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def place_codes(self) -> tuple[str, ...]:
        """The codes of the places."""
        return tuple(place.split()[0] for place in self.places)

    @property
    def words(self) -> str:
        """All that is printed, headline first."""
        return "\n".join(part for part in (self.kicker, self.headline, self.subhead, self.body) if part)


def read_sample_reports(folder: Path = SAMPLE) -> tuple[SampleReport, ...]:
    """Return the reports of all files, by year; raises TypeError for a field that no report has."""
    return tuple(
        make_report(fields)
        for path in sorted(folder.glob("*.toml"))
        for fields in tomllib.loads(path.read_text(encoding="utf-8"))["report"]
    )


def make_report(fields: dict[str, Any]) -> SampleReport:
    """Return a report of a file's fields; their lists become tuples."""
    frozen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    return SampleReport(**frozen)


def parse_date(text: str) -> tuple[datetime.date | None, str]:
    """Return a date and its precision.

    >>> parse_date("2013-09")
    (datetime.date(2013, 9, 1), 'month')
    """
    if not text:
        return None, "unknown"
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day), ("year", "month", "day")[text.count("-")]


def find_evidence(names: list[str], words: str) -> str:
    """Return the first of the names that the words hold; empty where they hold none."""
    return next((name for name in names if name in words), "")
