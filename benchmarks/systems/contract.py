"""What a system is: it indexes the articles of the database and answers queries with facets and hits.

What belongs to the question is done by `prepare`, which is not measured. Reading a query as a person typed it
is part of the answer of the archive and of Haystack; the two that have no query language are given theirs ready.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from benchmarks.query import Query
from search.fields import PROGRAMME, REGION, YEAR

HITS = 20
FACETS = (REGION, YEAR, PROGRAMME)


@dataclass(frozen=True, slots=True)
class Answered:
    """The number of all hits, the keys of the first, and how many hits each facet value has."""

    total: int
    ids: tuple[int, ...]
    counts: dict[str, dict[str, int]]


class System(Protocol):
    """One of the systems compared."""

    def build(self) -> float:
        """Index all articles; return the seconds that count."""

    @property
    def folder(self) -> Path:
        """Where the index lies, and nothing else."""

    def prepare(self, query: Query) -> Any:
        """Put a query into the form that is asked."""

    def search(self, prepared: Any) -> Any:
        """Answer a query, but for the snippets."""

    def read(self, answer: Any) -> Answered:
        """Put an answer into the form that systems are compared by."""


@runtime_checkable
class MakesSnippets(Protocol):
    """A system that shows passages of its hits."""

    def make_snippets(self, prepared: Any, answer: Any) -> object:
        """Make the snippets of the hits of an answer."""


@runtime_checkable
class LoadsRows(Protocol):
    """A system whose `search` loads the rows of the hits from the database."""

    def ask_engine(self, prepared: Any) -> object:
        """Answer a query through Haystack without the rows."""
