"""An answer -> the form of a range of years that stands below their bars."""

from dataclasses import dataclass, replace

from search.fields import UNDATED, YEAR
from search.find import Answer
from search.ranges import year_range
from search.request import SearchRequest


@dataclass(frozen=True, slots=True)
class YearForm:
    """What the form of years shows; `hidden` is the rest of the request."""

    first: str
    last: str
    hidden: tuple[tuple[str, str], ...]


def build_year_form(answer: Answer) -> YearForm:
    """Make the form of an answer. Years chosen one by one are no range: they stay until another is sent."""
    request = answer.request
    chosen = request.chosen(YEAR)
    is_range = len(chosen) == 1 and chosen[0] != UNDATED
    first, last = year_range(chosen[0]) if is_range else (None, None)
    return YearForm(
        first=_write(first),
        last=_write(last),
        hidden=_rest(request.choose(YEAR, ()) if is_range else request),
    )


def _write(year: int | None) -> str:
    return "" if year is None else f"{year:04}"


def _rest(request: SearchRequest) -> tuple[tuple[str, str], ...]:
    return tuple(replace(request, number=1, programme_filter="").pairs())
