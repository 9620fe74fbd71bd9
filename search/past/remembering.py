"""A reader's past searches and a new one -> their past searches, the newest first."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from search.parameters import read_text


@dataclass(frozen=True, slots=True)
class Past:
    """One past search. `parameters` is the address of its results after the `?`."""

    parameters: str
    asked: datetime.datetime


def goes_on(last: Past | None, parameters: str) -> bool:
    """Return whether a search goes on with the last one: asked again, turned a page, chose or gave up a facet."""
    return last is not None and is_in([last], parameters)


def is_in(past: Sequence[Past], parameters: str) -> bool:
    """Return whether a query is among past ones."""
    text = read_text(parameters)
    return any(read_text(each.parameters) == text for each in past)
