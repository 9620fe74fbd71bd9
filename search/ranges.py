"""Years and days as a person or an address writes them -> the first and the last."""

import datetime
import re

from search.fields import UNDATED

_YEARS = re.compile(r"(?P<first>[0-9]{4})?(?P<dots>\.\.)?(?P<last>(?<=\.\.)[0-9]{4})?")
_YEAR_SIGN = re.compile(r"(?<=[0-9]{4})年")
_DASH = re.compile(r"(?<=[0-9])(?:…|——|[-—–~至到])(?=[0-9])")


def year_range(text: str) -> tuple[int | None, int | None]:
    """Return the first and the last year of 2013, 2008..2013, 2008.. or ..2013; None is open.

    2013年, 2008-2013 and 2008年至2013年 are years too, and the later one may come first. Raises ValueError for anything
    else.
    """
    years = _YEARS.fullmatch(_DASH.sub("..", _YEAR_SIGN.sub("", text)))
    if not years or not (years["first"] or years["last"]):
        raise ValueError(text)
    first = int(years["first"]) if years["first"] else None
    last = int(years["last"]) if years["last"] else None
    if not years["dots"]:
        return first, first
    return (last, first) if first is not None and last is not None and first > last else (first, last)


def write_years(text: str) -> str:
    """Return years as an address names them, 2013, 2008..2013 or UNDATED. Raises ValueError as `year_range`."""
    if text == UNDATED:
        return text
    first, last = ("" if year is None else f"{year:04}" for year in year_range(text))
    return first if first == last else f"{first}..{last}"


def show_range(text: str) -> str:
    """Return years or days of an address as a reader sees them: 2008—2013; one day or year is said once."""
    first, _dots, last = text.partition("..")
    return first if first == last else text.replace("..", "—")


def read_days(text: str) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day of 2013-09-01..2013-09-30; either may be left out, and is open.

    Raises ValueError for anything else.
    """
    first, dots, last = text.partition("..")
    if not dots or not (first or last):
        raise ValueError(text)
    days = [datetime.date.fromisoformat(day) if day else None for day in (first, last)]
    return days[0], days[1]
