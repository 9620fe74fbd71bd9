"""A person's saved searches -> the list of them: in words, where each leads, how many reports are new."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.describing import describe_requests
from search.engines.backend import IndexMissingError
from search.engines.contract import IndexDamagedError
from search.feeds.address import feed_address
from search.models import SavedSearch
from search.parameters import read_parameters
from search.saved.counting import NewCount, count_new


@dataclass(frozen=True, slots=True)
class SavedLine:
    """One line of the list; `new` is None while the index cannot be asked."""

    saved: SavedSearch
    words: str
    feed_url: str
    new: NewCount | None


def list_saved(searches: Sequence[SavedSearch]) -> list[SavedLine]:
    """Return the lines of the searches of one person."""
    requests = [read_parameters(search.parameters) for search in searches]
    counts = _count(searches)
    described = zip(searches, describe_requests(requests), requests, counts, strict=True)
    return [
        SavedLine(search, words, feed_address(request, search.user), count)
        for search, words, request, count in described
    ]


def _count(searches: Sequence[SavedSearch]) -> Sequence[NewCount | None]:
    try:
        return count_new(searches)
    except (IndexMissingError, IndexDamagedError):
        return [None] * len(searches)
