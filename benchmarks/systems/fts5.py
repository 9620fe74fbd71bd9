"""SQLite's FTS5 on the same tokens: what a database alone can do.

Facets are rows of a table of their own, counted by GROUP BY over the hits; hits are in the order of bm25.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from whoosh import query as whoosh_query

from benchmarks.measure import clock
from benchmarks.query import Query
from benchmarks.systems.contract import FACETS, HITS, Answered
from benchmarks.systems.documents import make_dictionary, read_documents
from search.engines.contract import IndexDocument
from search.fields import PHRASE_FIELDS, TERM_FIELDS, YEAR
from search.language import parse_query
from search.ranges import year_range

_STREAMS = (*PHRASE_FIELDS, *TERM_FIELDS)
_TABLES = f"""
    CREATE VIRTUAL TABLE article USING fts5(
        {", ".join(_STREAMS)}, content='',
        tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '_'"
    );
    CREATE TABLE facet (article INTEGER, name TEXT, value TEXT, PRIMARY KEY (article, name, value)) WITHOUT ROWID;
    CREATE TABLE sort_key (article INTEGER PRIMARY KEY, newest INTEGER);
"""
_HIT = "CREATE TEMP TABLE hit (article INTEGER PRIMARY KEY, score REAL)"
_COUNTS = "SELECT value, count(*) FROM hit JOIN facet USING (article) WHERE name = ?"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on one facet of `hit.article`; `values` are its parameters."""

    sql: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FtsQuery:
    """What the text must match (empty: anything), what facets the query names, and the choices of each facet."""

    match: str
    named: tuple[Condition, ...]
    choices: dict[str, Condition]

    def chosen(self, but: str = "") -> tuple[Condition, ...]:
        """Return the conditions of all choices, or of all but those of one facet."""
        return tuple(condition for facet, condition in self.choices.items() if facet != but)


class Fts5System:
    """One database: the hits of a query go into a temporary table, which is then counted and ordered."""

    def __init__(self) -> None:
        self.folder: Path = settings.DATA_DIR / "fts5" / "index"

    def build(self) -> float:
        """Index all articles: read, cut into tokens, write."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "fts5.sqlite3"
        path.unlink(missing_ok=True)
        self._database = sqlite3.connect(path)
        self._database.executescript(_TABLES)
        seconds = clock(self._fill)[0]
        self._database.execute("PRAGMA temp_store = memory")
        self._database.execute(_HIT)
        return seconds

    def _fill(self) -> None:
        with self._database, closing(read_documents(make_dictionary(self.folder.parent))) as batches:
            for batch in batches:
                self._add(batch)
            self._database.execute("INSERT INTO article (article) VALUES ('optimize')")

    def _add(self, documents: Iterable[IndexDocument]) -> None:
        columns = f"rowid, {', '.join(_STREAMS)}"
        for document in documents:
            streams = [
                getattr(document.headline if name.startswith("headline_") else document.text, name.split("_")[-1])
                for name in _STREAMS
            ]
            places = ", ".join("?" * (len(streams) + 1))
            self._database.execute(f"INSERT INTO article ({columns}) VALUES ({places})", (document.id, *streams))
            self._database.execute("INSERT INTO sort_key VALUES (?, ?)", (document.id, document.newest))
            self._database.executemany("INSERT INTO facet VALUES (?, ?, ?)", _facet_rows(document))

    def prepare(self, query: Query) -> FtsQuery:
        """Write the query as a match and conditions."""
        tree = parse_query(query.text).tree
        parts = list(tree.subqueries) if type(tree) is whoosh_query.And else [tree]
        named = tuple(_facet_condition(part) for part in parts if _is_of_facet(part))
        text = [part for part in parts if not _is_of_facet(part)]
        choices = {facet: _choice_condition(facet, values) for facet, values in query.choices.items()}
        return FtsQuery(_write_all(text) if text else "", named, choices)

    def search(self, prepared: FtsQuery) -> Answered:
        """Gather the hits, order and count them."""
        self._database.execute("DELETE FROM hit")
        if prepared.match:
            found = "INSERT INTO hit SELECT rowid, rank FROM article WHERE article MATCH ?"
            self._database.execute(found, (prepared.match,))
        else:
            self._database.execute("INSERT INTO hit SELECT article, -newest FROM sort_key")
        for condition in prepared.named:
            self._database.execute(f"DELETE FROM hit WHERE NOT {condition.sql}", condition.values)
        where, values = _join(prepared.chosen())
        total = self._database.execute(f"SELECT count(*) FROM hit WHERE {where}", values).fetchone()[0]
        best = f"SELECT article FROM hit WHERE {where} ORDER BY score, article LIMIT {HITS}"
        ids = tuple(row[0] for row in self._database.execute(best, values))
        return Answered(total, ids, {facet: self._count(facet, prepared) for facet in FACETS})

    def _count(self, facet: str, prepared: FtsQuery) -> dict[str, int]:
        where, values = _join(prepared.chosen(but=facet))
        return dict(self._database.execute(f"{_COUNTS} AND {where} GROUP BY value", (facet, *values)))

    def read(self, answer: Answered) -> Answered:
        """Return the answer."""
        return answer


def _facet_rows(document: IndexDocument) -> list[tuple[int, str, str]]:
    values = {"region": document.region, "programme": document.programme, YEAR: (str(document.year or 0),)}
    return [(document.id, name, value) for name in FACETS for value in values[name]]


def _join(conditions: tuple[Condition, ...]) -> tuple[str, tuple[str, ...]]:
    """Return one SQL condition of several, and its parameters."""
    together = " AND ".join(condition.sql for condition in conditions) or "TRUE"
    return together, tuple(value for condition in conditions for value in condition.values)


def _is_of_facet(tree: whoosh_query.Query) -> bool:
    return any(leaf.fieldname in FACETS for leaf in tree.leaves())


def _condition(facet: str, test: str, values: tuple[str, ...]) -> Condition:
    rows = f"SELECT 1 FROM facet WHERE facet.article = hit.article AND name = '{facet}' AND {test}"
    return Condition(f"EXISTS ({rows})", values)


def _year_condition(first: int | None, last: int | None) -> Condition:
    return _condition(YEAR, "value BETWEEN ? AND ?", (str(first or 1), str(last or 9999)))


def _facet_condition(tree: whoosh_query.Query) -> Condition:
    if isinstance(tree, whoosh_query.NumericRange):
        return _year_condition(tree.start, tree.end)
    terms = list(tree.leaves())
    return _condition(terms[0].fieldname, f"value IN ({', '.join('?' * len(terms))})", tuple(t.text for t in terms))


def _choice_condition(facet: str, values: tuple[str, ...]) -> Condition:
    if facet == YEAR:
        return _year_condition(*year_range(values[0]))
    return _condition(facet, f"value IN ({', '.join('?' * len(values))})", values)


def _write_all(parts: list[whoosh_query.Query]) -> str:
    wanted = " AND ".join(_write(part) for part in parts if not isinstance(part, whoosh_query.Not))
    excluded = "".join(f" NOT {_write(part.query)}" for part in parts if isinstance(part, whoosh_query.Not))
    return f"(({wanted}){excluded})"


def _write(tree: whoosh_query.Query) -> str:
    """Write a tree in FTS5's own language."""
    match tree:
        case whoosh_query.Term():
            return f'({tree.fieldname} : "{tree.text}")'
        case whoosh_query.Phrase():
            return f'({tree.fieldname} : "{" ".join(tree.words)}")'
        case whoosh_query.Or():
            return f"({' OR '.join(_write(child) for child in tree.subqueries)})"
        case whoosh_query.And():
            return _write_all(list(tree.subqueries))
    raise TypeError(f"no query of the benchmark has a {type(tree).__name__}")
