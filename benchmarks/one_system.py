"""One system and its queries -> the figures of one line."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from archive.models import Article
from benchmarks.measure import clock, folder_megabytes, milliseconds
from benchmarks.query import Kind, Query
from benchmarks.systems.archive_engine import ArchiveSystem
from benchmarks.systems.contract import LoadsRows, MakesSnippets, System
from benchmarks.systems.fts5 import Fts5System
from benchmarks.systems.tantivy_direct import DirectSystem


def _make_stock_whoosh() -> System:
    """Return the stock system; jieba's analyzer loads for half a second, and no other system needs it."""
    from benchmarks.systems.stock_whoosh import StockWhooshSystem

    return StockWhooshSystem()


SYSTEMS: dict[str, Callable[[], System]] = {
    "tantivy": lambda: ArchiveSystem("tantivy"),
    "whoosh": lambda: ArchiveSystem("whoosh"),
    "stock-whoosh": _make_stock_whoosh,
    "fts5": Fts5System,
    "tantivy-direct": DirectSystem,
}

# Answered before the clock starts: indexes open files and load libraries with their first query.
_WARM_UP = (Query(Kind.TWO_WORDS, "开幕 代表"), Query(Kind.YEAR, "year:2010..2012 纪念"))

Line = dict[str, Any]


def measure_system(name: str, queries: Sequence[Query], query_seconds: float) -> Line:
    """Build a system's index, ask it the queries for so many seconds at most, and return its line."""
    articles = Article.objects.count()
    system = SYSTEMS[name]()
    index_seconds = system.build()
    prepared = [system.prepare(query) for query in queries]
    for query in _WARM_UP:
        system.search(system.prepare(query))
    search, snippets = _ask(system, prepared, query_seconds)
    engine = _ask_engine(system, prepared, query_seconds)
    return {
        "system": name,
        "articles": articles,
        "queries": len(search),
        "index_seconds": round(index_seconds, 2),
        "articles_per_second": round(articles / index_seconds, 1),
        "index_mb": folder_megabytes(system.folder),
        "p50_ms": milliseconds(search, 50),
        "p95_ms": milliseconds(search, 95),
        **({"snippet_ms": milliseconds(snippets, 50)} if snippets else {}),
        **({"engine_p50_ms": milliseconds(engine, 50), "engine_p95_ms": milliseconds(engine, 95)} if engine else {}),
    }


def _ask(system: System, prepared: Sequence[Any], query_seconds: float) -> tuple[list[float], list[float]]:
    """Return the seconds of each search, and of the snippets of each where a system makes them."""
    search, snippets = [], []
    end = time.monotonic() + query_seconds
    for query in prepared:
        seconds, answer = clock(system.search, query)
        search.append(seconds)
        if isinstance(system, MakesSnippets):
            snippets.append(clock(system.make_snippets, query, answer)[0])
        if time.monotonic() > end:
            break
    return search, snippets


def _ask_engine(system: System, prepared: Sequence[Any], query_seconds: float) -> list[float]:
    """Return the seconds of each search without the rows of the hits, where a search loads them."""
    times: list[float] = []
    if not isinstance(system, LoadsRows):
        return times
    end = time.monotonic() + query_seconds
    for query in prepared:
        times.append(clock(system.ask_engine, query)[0])
        if time.monotonic() > end:
            break
    return times
