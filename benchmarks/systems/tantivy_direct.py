"""tantivy called directly: the limit of what an engine over it can reach.

The same tokens, the same matching, the same clauses to rank by; queries are built beforehand, by hand, and
nothing of the archive, Haystack or Whoosh runs while they are answered.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings
from whoosh import query as whoosh_query

from benchmarks.measure import clock
from benchmarks.query import Query
from benchmarks.systems.contract import FACETS, HITS, Answered
from benchmarks.systems.documents import make_dictionary, read_documents
from search.analyzer import load_analyzer
from search.engines.contract import IndexDocument
from search.fields import KNOWN, NEWEST, PHRASE_FIELDS, PROGRAMME, REGION, TERM_FIELDS, YEAR
from search.language import parse_query
from search.literals import shorten
from search.ranges import year_range
from search.ranking import rank_query

_TOKENS = "tokens"
_MEMORY = 200_000_000
_MOST_VALUES = 65_000
_TEXT_FACETS = (REGION, PROGRAMME)


@dataclass(frozen=True, slots=True)
class DirectQuery:
    """A query as tantivy takes it, and for each aggregation what it counts over which reports."""

    ranked: tantivy.Query
    aggregations: tuple[tuple[tantivy.Query, dict[str, Any]], ...]
    order: dict[str, Any]


def build_schema() -> tantivy.Schema:
    """Return the fields that the queries need."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for name in PHRASE_FIELDS:
        builder.add_text_field(name, tokenizer_name=_TOKENS, index_option="position")
    for name in TERM_FIELDS:
        builder.add_text_field(name, tokenizer_name=_TOKENS, index_option="freq")
    builder.add_text_field(KNOWN, tokenizer_name=_TOKENS, index_option="basic")
    for name in _TEXT_FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(YEAR, indexed=True, fast=True)
    builder.add_unsigned_field(NEWEST, fast=True)
    return builder.build()


def build_document(document: IndexDocument) -> tantivy.Document:
    """Return an article as tantivy takes it."""
    built = tantivy.Document()
    built.add_unsigned("id", document.id)
    for stream in ("words", "bigrams", "chars"):
        built.add_text(stream, getattr(document.text, stream))
        built.add_text(f"headline_{stream}", getattr(document.headline, stream))
    built.add_text(KNOWN, document.text.known)
    for name in _TEXT_FACETS:
        for value in getattr(document, name):
            built.add_text(name, value)
    built.add_unsigned(YEAR, document.year or 0)
    built.add_unsigned(NEWEST, document.newest)
    return built


class DirectSystem:
    """An index of tantivy, its own queries, its aggregations; the keys of the hits and nothing more."""

    def __init__(self) -> None:
        self.folder: Path = settings.DATA_DIR / "tantivy-direct" / "index"
        self._schema = build_schema()

    def build(self) -> float:
        """Index all articles. Only tantivy's own work counts: texts are cut while its clock stands."""
        self._dictionary = make_dictionary(self.folder.parent)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        index = tantivy.Index(self._schema, str(self.folder), reuse=False)
        tokens = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer(_TOKENS, tokens)
        writer = index.writer(_MEMORY, num_threads=1)
        seconds = 0.0
        with closing(read_documents(self._dictionary)) as batches:
            for batch in batches:
                seconds += clock(_add, writer, batch)[0]
        seconds += clock(writer.commit)[0] + clock(writer.wait_merging_threads)[0]
        index.reload()
        self._searcher = index.searcher()
        return seconds

    def prepare(self, query: Query) -> DirectQuery:
        """Build the query and its aggregations."""
        parsed = parse_query(query.text)
        analyzer = load_analyzer(self._dictionary)
        matching = self._compile(shorten(parsed.tree, analyzer))
        filters = {facet: self._choice(facet, values) for facet, values in query.choices.items()}
        narrowed = _all_of([matching, *filters.values()])
        rank = rank_query(parsed.leaves, analyzer)
        aggregations = [(narrowed, _terms([facet for facet in FACETS if facet not in filters]))]
        for facet in filters:
            others = [chosen for other, chosen in filters.items() if other != facet]
            aggregations.append((_all_of([matching, *others]), _terms([facet])))
        if rank is None:
            order = {"order_by_field": NEWEST, "order": tantivy.Order.Desc}
            return DirectQuery(narrowed, tuple(aggregations), order)
        must = (tantivy.Occur.Must, tantivy.Query.const_score_query(narrowed, 0.0))
        should = (tantivy.Occur.Should, self._compile(rank))
        return DirectQuery(tantivy.Query.boolean_query([must, should]), tuple(aggregations), {})

    def search(self, prepared: DirectQuery) -> tuple[int, list[Any], list[dict[str, Any]]]:
        """Search, read the keys of the hits, aggregate."""
        result = self._searcher.search(prepared.ranked, limit=HITS, **prepared.order)
        ids = self._searcher.fast_field_values("id", [address for _, address in result.hits])
        counted = [self._searcher.aggregate(over, request) for over, request in prepared.aggregations if request]
        return result.count, ids, counted  # type: ignore[attr-defined]  # its stubs forget the count

    def read(self, answer: tuple[int, list[Any], list[dict[str, Any]]]) -> Answered:
        """Put an answer into the form that systems are compared by."""
        total, ids, counted = answer
        counts = {
            facet: {_facet_value(bucket["key"]): bucket["doc_count"] for bucket in buckets["buckets"]}
            for each in counted
            for facet, buckets in each.items()
        }
        return Answered(total, tuple(ids), counts)

    def _choice(self, facet: str, values: tuple[str, ...]) -> tantivy.Query:
        if facet == YEAR:
            return _any_of([self._years(*year_range(value)) for value in values])
        return _any_of([tantivy.Query.term_query(self._schema, facet, value) for value in values])

    def _years(self, first: int | None, last: int | None) -> tantivy.Query:
        return tantivy.Query.range_query(self._schema, YEAR, tantivy.FieldType.Unsigned, first, last)

    def _compile(self, tree: whoosh_query.Query) -> tantivy.Query:
        match tree:
            case whoosh_query.ConstantScoreQuery():
                return tantivy.Query.const_score_query(self._compile(tree.child), tree.score)
            case whoosh_query.Term(fieldname=field, text=text):
                option = "basic" if field == KNOWN else "freq"
                term = tantivy.Query.term_query(self._schema, field, text, option)
                return tantivy.Query.boost_query(term, tree.boost)
            case whoosh_query.Phrase():
                return tantivy.Query.phrase_query(self._schema, tree.fieldname, tree.words)
            case whoosh_query.NumericRange():
                return self._years(tree.start, tree.end)
            case whoosh_query.Or():
                return _any_of([self._compile(child) for child in tree.subqueries])
            case whoosh_query.And():
                excluded = [child.query for child in tree.subqueries if isinstance(child, whoosh_query.Not)]
                wanted = [child for child in tree.subqueries if not isinstance(child, whoosh_query.Not)]
                return _all_of(list(map(self._compile, wanted)), list(map(self._compile, excluded)))
        raise TypeError(f"no query of the benchmark has a {type(tree).__name__}")


def _add(writer: tantivy.IndexWriter, documents: list[IndexDocument]) -> None:
    for document in documents:
        writer.add_document(build_document(document))


def _any_of(queries: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def _all_of(wanted: list[tantivy.Query], excluded: list[tantivy.Query] | None = None) -> tantivy.Query:
    clauses = [(tantivy.Occur.Must, each) for each in wanted]
    clauses += [(tantivy.Occur.MustNot, each) for each in excluded or []]
    return wanted[0] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def _terms(facets: list[str]) -> dict[str, Any]:
    return {facet: {"terms": {"field": facet, "size": _MOST_VALUES}} for facet in facets}


def _facet_value(key: str | float) -> str:
    return key if isinstance(key, str) else str(int(key))
