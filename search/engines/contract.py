"""What goes into an engine and comes out of it; every engine gives the same answer to the same call.

An engine is a class with these members; `path` is the folder of one generation:

    create(path)                      make an empty index there
    Index(path)                       open it for reading
    index.search(call) -> Found       one request
    index.frequency(field, token)     how many articles hold a token
    index.ids() -> {id}               all articles in it
    index.hashes() -> {id: hash}      all articles in it, for comparing with the database
    index.refresh()                   see what another process committed
    index.verify()                    compare its files with their checksums
    index.writer() -> Writer          change it; only one writer at a time, under the writer lock

Each of them raises IndexDamagedError where the files are not what was written.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from whoosh import query

from search.analyzer import Tokens
from search.fields import FEW, MANY_VALUED, PROVINCE, REGION, YEAR

FacetCounts = list[tuple[str, int]]

# An index holds nothing for a year that is missing: these are all reports but those with a year.
WITHOUT_YEAR = query.Not(query.NumericRange(YEAR, 0, 9999))


class IndexDamagedError(Exception):
    """An index that cannot be read: to be built anew from the database."""


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One article as engines index it.

    `places` holds the codes of each of its places, from the province down; `region` all of them, each once.
    `newest`, `oldest` and `place_order` are sort keys (search/preparing.py).
    """

    id: int
    content_hash: str
    text: Tokens
    headline: Tokens
    region: tuple[str, ...]
    places: tuple[tuple[str, ...], ...]
    programme: tuple[str, ...]
    newspaper: tuple[str, ...]
    genre: tuple[str, ...]
    byline: tuple[str, ...]
    year: int | None
    newest: int
    oldest: int
    place_order: int

    @property
    def province(self) -> tuple[str, ...]:
        """The codes of the provinces of its places, each once."""
        return tuple(dict.fromkeys(codes[0] for codes in self.places))


@dataclass(frozen=True, slots=True)
class SearchCall:
    """One request. `filters` holds for each facet with a choice the tree of that choice.

    The count of a facet leaves its own filter out. `end` is exclusive; `facets` names the facets to count. Reports
    without a year count under UNDATED among the years.
    """

    tree: query.Query
    rank: query.Or | None = None
    filters: Mapping[str, query.Query] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    start: int = 0
    end: int = 20

    def facets_to_count(self, total: int) -> tuple[str, ...]:
        """Return the facets to count for so many hits; those of many values only for a few (search/fields.py)."""
        counted = [name for name in self.facets if total <= FEW or name not in MANY_VALUED or name in self.filters]
        is_coarse = REGION in self.facets and REGION not in counted
        return (*counted, PROVINCE) if is_coarse else tuple(counted)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: the number of all hits, the (id, score) of those asked for, and the counts of facets."""

    total: int
    hits: tuple[tuple[int, float], ...]
    facets: dict[str, FacetCounts]


def opened_provinces(chosen: query.Query) -> tuple[str, ...]:
    """Return the codes of the provinces in which the chosen regions lie: a code's first two digits are its province."""
    return tuple(dict.fromkeys(f"{leaf.text[:2]}0000" for leaf in chosen.leaves()))


def open_regions(provinces: FacetCounts, inside: FacetCounts, opened: Collection[str]) -> FacetCounts:
    """Return the counts of all provinces, and of the regions in those that are opened."""
    prefixes = {code[:2] for code in opened}
    within = [(code, count) for code, count in inside if code[:2] in prefixes and not code.endswith("0000")]
    return order_counts([*provinces, *within])


def name_facets(counted: Mapping[str, FacetCounts]) -> dict[str, FacetCounts]:
    """Return counts under the names that were asked for: provinces are regions."""
    return {REGION if name == PROVINCE else name: counts for name, counts in counted.items()}


class Writer(Protocol):
    """Changes of an index; nothing is seen before `commit`."""

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles that are not in the index."""

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles, or put them in the place of what is there."""

    def remove(self, ids: Iterable[int]) -> None:
        """Take articles out; those not there are no error."""

    def clear(self) -> None:
        """Take all articles out."""

    def commit(self) -> None:
        """Make the changes durable and visible."""


class Index(Protocol):
    """One generation, open for reading."""

    def __init__(self, path: Path) -> None: ...

    @classmethod
    def create(cls, path: Path) -> None:
        """Make an empty index in an existing folder."""

    def search(self, call: SearchCall) -> Found:
        """Answer one request."""

    def frequency(self, field: str, token: str) -> int:
        """Return how many articles hold a token; one that was replaced may still be counted."""

    def ids(self) -> set[int]:
        """Return the keys of all articles in the index."""

    def hashes(self) -> dict[int, str]:
        """Return the content hash of every article in the index."""

    def count(self) -> int:
        """Return the number of articles."""

    def refresh(self) -> None:
        """See what has been committed since; cheap when nothing has."""

    def verify(self) -> None:
        """Read every file whole and compare it with its checksum. Under the writer lock: a commit deletes files."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Open the index for changes."""


def order_counts(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return facet values as all engines order them: the most frequent first, then by value; none that is empty."""
    ordered = sorted(pair for pair in counts if pair[1])
    ordered.sort(key=itemgetter(1), reverse=True)  # stable, and without a Python step for each comparison
    return ordered
