"""The archive itself with one of its engines: what the site does, measured on its own path."""

from pathlib import Path

from haystack import connections
from haystack.inputs import Raw

from archive.body import printed_text
from benchmarks.measure import clock
from benchmarks.query import Query
from benchmarks.systems.contract import FACETS, HITS, Answered
from search.engines.query import ArchiveSearchQuerySet
from search.find import Answer
from search.in_part import find_with_part
from search.rebuild import rebuild
from search.request import SearchRequest
from search.snippet import Fragment, make_snippet


class ArchiveSystem:
    """find_with_part() with an engine: five facets, relaxed where nothing has all words, the articles loaded."""

    def __init__(self, engine: str) -> None:
        self._engine = engine

    def build(self) -> float:
        """Rebuild the index from the database, with all that a rebuild does."""
        return clock(rebuild, self._engine)[0]

    @property
    def folder(self) -> Path:
        """The generation that answers."""
        folder: Path = connections[self._engine].get_backend().current().folder
        return folder

    def prepare(self, query: Query) -> SearchRequest:
        """Write the request that the site would read from its address."""
        return SearchRequest(query.text, query.choices)

    def search(self, prepared: SearchRequest) -> Answer:
        """Answer as the site does."""
        answer, _in_part = find_with_part(prepared, self._engine, HITS)
        return answer

    def make_snippets(self, prepared: SearchRequest, answer: Answer) -> list[tuple[Fragment, ...]]:
        """Make the snippets of the results page."""
        return [make_snippet(printed_text(article.body), answer.parsed.runs) for article, _score in answer.hits]

    def ask_engine(self, prepared: SearchRequest) -> Answered:
        """Answer through Haystack without rows, once, with three facets."""
        found = ArchiveSearchQuerySet(using=self._engine).filter(content=Raw(prepared.text))
        found = found.choose(prepared.choices).count_facets(FACETS)
        ids = tuple(int(hit.pk) for hit in found[:HITS])
        counts = found.facet_counts()["fields"]
        return Answered(found.query.get_count(), ids, {facet: dict(counts[facet]) for facet in FACETS})

    def read(self, answer: Answer) -> Answered:
        """Put an answer into the form that systems are compared by."""
        ids = tuple(article.pk for article, _score in answer.hits)
        return Answered(answer.total, ids, {facet: dict(answer.counts[facet]) for facet in FACETS})
