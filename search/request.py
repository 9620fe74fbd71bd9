"""The address of a results page <-> what it asks for. Every state is an address that can be sent to a colleague."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from search.engines.contract import Sort
from search.fields import BYLINE, DATE, FACETS, GENRE, NEWSPAPER, PROGRAMME, REGION, YEAR
from search.language import cut_text
from search.ranges import read_days, write_years

PAGE_SIZE = 20
_LAST_PAGE = 100_000
_PATTERNS = {
    REGION: re.compile(r"[0-9]{6}"),
    PROGRAMME: re.compile(r"[\w-]{1,100}", re.ASCII),
    NEWSPAPER: re.compile(r"[\w-]{1,100}", re.ASCII),
    GENRE: re.compile(r"[a-z]{1,20}"),
    BYLINE: re.compile(r"\S{1,50}"),
}


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks for. `choices` holds the chosen values of each facet; `number` counts pages from 1.

    `is_literal`: words are searched as typed, without other names of what they name. `in_headline`: in kickers and
    headlines alone. Beside the facets, `choices` may hold a range of days.
    """

    text: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    number: int = 1
    programme_filter: str = ""
    is_literal: bool = False
    in_headline: bool = False

    @property
    def cut_text(self) -> str:
        """The query as far as it is read; all links, and the search box, carry no more of it."""
        return cut_text(self.text)

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Return the chosen values of a facet."""
        return self.choices.get(facet, ())

    def choose(self, facet: str, values: Iterable[str]) -> "SearchRequest":
        """Return the request with these values of a facet instead of the chosen ones, from its first page."""
        choices = {**self.choices, facet: tuple(values)}
        return replace(self, choices={name: kept for name, kept in choices.items() if kept}, number=1)

    def without(self, facet: str, value: str) -> "SearchRequest":
        """Return the request without one choice."""
        return self.choose(facet, (kept for kept in self.chosen(facet) if kept != value))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the names and values of the address, what is usual left out."""
        if self.text:
            yield "q", self.cut_text
        for facet in (*FACETS, DATE):
            for value in self.chosen(facet):
                yield facet, value
        if self.is_literal:
            yield "literal", "1"
        if self.in_headline:
            yield "in", "headline"
        if self.sort is not Sort.RELEVANCE:
            yield "sort", self.sort
        if self.programme_filter:
            yield "programme_filter", self.programme_filter
        if self.number > 1:
            yield "p", str(self.number)

    @property
    def url(self) -> str:
        """The address of this request."""
        query = urlencode(list(self.pairs()))
        return f"{reverse('results')}?{query}" if query else reverse("results")


def _read_years(parameters: QueryDict) -> list[str]:
    """Return the range of years that the form names, else those of the address; what is no year is left out."""
    return _read_bounds(parameters, YEAR, write_years) or _known(parameters.getlist(YEAR), write_years)


def _read_days(parameters: QueryDict) -> list[str]:
    """Return the range of days that the form names, else the one of the address; what is no day is left out."""
    return _read_bounds(parameters, DATE, _write_days) or _known(parameters.getlist(DATE)[:1], _write_days)


def _read_bounds(parameters: QueryDict, name: str, write: Callable[[str], str]) -> list[str]:
    """Return the range between the two bounds of a form; of two of which one is junk, the other."""
    first, last = (parameters.get(f"{name}_{end}", "").strip() for end in ("from", "to"))
    return _known((f"{first}..{last}", f"{first}..", f"..{last}"), write)[:1]


def _known(asked: Iterable[str], write: Callable[[str], str]) -> list[str]:
    known: list[str] = []
    for one in asked:
        with suppress(ValueError):
            known.append(write(one))
    return known


def _write_days(text: str) -> str:
    return _order_days(*read_days(text))


def _order_days(first: datetime.date | None, last: datetime.date | None) -> str:
    if first and last and first > last:
        first, last = last, first
    return f"{first or ''}..{last or ''}"


def _read_number(text: str) -> int:
    return min(max(int(text), 1), _LAST_PAGE) if text.isdecimal() and len(text) < 10 else 1


def read_request(parameters: QueryDict) -> SearchRequest:
    """Read the parameters of an address; what is no value of a facet is left out."""
    choices = {
        facet: tuple(dict.fromkeys(v for v in parameters.getlist(facet) if pattern.fullmatch(v)))
        for facet, pattern in _PATTERNS.items()
    }
    choices[YEAR] = tuple(dict.fromkeys(_read_years(parameters)))
    choices[DATE] = tuple(_read_days(parameters))
    sort = parameters.get("sort", "")
    return SearchRequest(
        text=parameters.get("q", "").strip(),
        choices={facet: values for facet, values in choices.items() if values},
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        number=_read_number(parameters.get("p", "1")),
        programme_filter=parameters.get("programme_filter", "").strip()[:50],
        is_literal=parameters.get("literal") == "1",
        in_headline=parameters.get("in") == "headline",
    )
