"""Saved searches -> how many reports of each arrived since its owner last looked."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.arrivals import newest_arrivals
from search.fields import ID
from search.find import Answer, find
from search.models import SavedSearch
from search.parameters import read_parameters

# So many of the latest arrivals are looked through; after more only a least number is told.
MOST_COMPARED = 5000


@dataclass(frozen=True, slots=True)
class NewCount:
    """How many reports are new; `is_at_least` where more arrived than were looked through."""

    number: int
    is_at_least: bool = False


def count_new(searches: Sequence[SavedSearch]) -> list[NewCount]:
    """Count the new reports of each search, as its results page would; where nothing arrived the index is not asked.

    Raises IndexMissingError and IndexDamagedError.
    """
    if not searches:
        return []
    arrivals = newest_arrivals(MOST_COMPARED + 1, after=min(search.seen for search in searches))
    keys_of_each = ([pk for pk, arrived in arrivals if arrived > search.seen] for search in searches)
    return [_count(search, keys) for search, keys in zip(searches, keys_of_each, strict=True)]


def find_new(search: SavedSearch, most: int) -> Answer | None:
    """Find the new reports of a search, at most so many; None where nothing arrived at all."""
    arrivals = newest_arrivals(MOST_COMPARED, after=search.seen)
    return _find_among(search, [pk for pk, _arrived in arrivals], most) if arrivals else None


def _count(search: SavedSearch, keys: list[int]) -> NewCount:
    if not keys:
        return NewCount(0)
    return NewCount(_find_among(search, keys[:MOST_COMPARED], 1).total, len(keys) > MOST_COMPARED)


def _find_among(search: SavedSearch, keys: Sequence[int], most: int) -> Answer:
    return find(read_parameters(search.parameters).choose(ID, map(str, keys)), page_size=most)
