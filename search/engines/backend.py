"""Haystack's backend over an engine: queries in our language -> calls, articles -> documents."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from haystack.backends import BaseSearchBackend
from haystack.models import SearchResult
from haystack.utils import get_identifier
from whoosh import query

from archive.models import Article
from search.analyzer import load_analyzer
from search.documents import build_documents
from search.engines.contract import WITHOUT_YEAR, Index, IndexDamagedError, SearchCall, Sort
from search.fields import DATE, NEWEST, UNDATED, YEAR
from search.generations import Generation, Generations
from search.language import parse_query
from search.literals import shorten
from search.preparing import day_range
from search.ranges import read_days, year_range
from search.ranking import rank_query
from search.search_indexes import ArticleIndex

_SORTS = {"-newest": Sort.NEWEST, "oldest": Sort.OLDEST, "place_order": Sort.PLACE}
_ALL = 1_000_000


class IndexMissingError(Exception):
    """No index has been built for this engine yet."""


class ArchiveSearchBackend(BaseSearchBackend):
    """What Haystack needs of an engine, over `index_class`; reads the current generation, whichever that is."""

    index_class: type[Index]

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.generations = Generations(Path(options["PATH"]))
        self._opened: tuple[Path, Index] | None = None

    @cached_property
    def engine_name(self) -> str:
        """The engine's name, also when Haystack calls the connection `default`."""
        return self.generations.root.name

    def current(self) -> Generation:
        """Return the generation that answers."""
        generation = self.generations.current()
        if generation is None:
            raise IndexMissingError(self.engine_name)
        return generation

    def open_index(self) -> Index:
        """Return the current generation, open and up to date with what other processes committed."""
        folder = self.current().engine_folder
        if self._opened is None or self._opened[0] != folder:
            self._opened = (folder, self.index_class(folder))
        index = self._opened[1]
        try:
            index.refresh()
        except IndexDamagedError:
            self._opened = None
            raise
        return index

    def verify(self) -> None:
        """Read the files of the current generation whole and compare them with their checksums."""
        with self.generations.writer_lock():
            self.open_index().verify()

    def update(self, index: ArticleIndex, iterable: Iterable[Article], commit: bool = True) -> None:
        """Index articles as they are now; those that readers may not see are taken out."""
        ids = {article.pk for article in iterable}
        with self.generations.writer_lock():
            generation = self.current()
            documents = build_documents(ids, generation.dictionary_path)
            with self.index_class(generation.engine_folder).writer() as writer:
                writer.replace(documents)
                writer.remove(ids - {document.id for document in documents})
                writer.commit()

    def remove(self, obj_or_string: Article | str, commit: bool = True) -> None:
        """Take one article out."""
        identifier = get_identifier(obj_or_string)
        with (
            self.generations.writer_lock(),
            self.index_class(self.current().engine_folder).writer() as writer,
        ):
            writer.remove([int(identifier.rsplit(".", 1)[1])])
            writer.commit()

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Take all articles out. Only clear_index asks for this; rebuild_index never does."""
        with (
            self.generations.writer_lock(),
            self.index_class(self.current().engine_folder).writer() as writer,
        ):
            writer.clear()
            writer.commit()

    def search(self, query_string: str, **params: Any) -> dict[str, Any]:
        """Answer a query in our language in the form that Haystack expects, with the query as it was read."""
        parsed = parse_query(query_string, params.get("is_literal", False), params.get("in_headline", False))
        if params.get("is_relaxed"):
            parsed = parsed.relax()
        analyzer = load_analyzer(self.current().dictionary_path)
        sort = _SORTS.get(next(iter(params.get("sort_by", ())), ""), Sort.RELEVANCE)
        end = params.get("end_offset")
        call = SearchCall(
            tree=shorten(parsed.tree, analyzer),
            rank=rank_query(parsed.leaves, analyzer, parsed.is_relaxed),
            filters={facet: _choice_query(facet, values) for facet, values in params.get("choices", {}).items()},
            facets=tuple(params.get("facets", ())),
            # Without words there is nothing to be relevant to: the newest come first.
            sort=sort if parsed.leaves or sort is not Sort.RELEVANCE else Sort.NEWEST,
            start=params.get("start_offset", 0),
            end=_ALL if end is None else end,
        )
        found = self.open_index().search(call)
        result_class = params.get("result_class") or SearchResult
        return {
            "results": [result_class("archive", "article", pk, score) for pk, score in found.hits],
            "hits": found.total,
            "facets": {"fields": found.facets, "dates": {}, "queries": {}},
            "parsed": parsed,
        }


def _choice_query(facet: str, values: tuple[str, ...]) -> query.Query:
    if facet == DATE:
        return query.Or([query.NumericRange(NEWEST, *day_range(*read_days(value))) for value in values])
    if facet == YEAR:
        return query.Or(list(map(_year_query, values)))
    return query.Or([query.Term(facet, value) for value in values])


def _year_query(value: str) -> query.Query:
    return WITHOUT_YEAR if value == UNDATED else query.NumericRange(YEAR, *year_range(value))
