"""The tantivy engine: trees and tokens -> an embedded index in Rust."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from haystack.backends import BaseEngine
from whoosh import query

from search import fields
from search.engines.backend import ArchiveSearchBackend
from search.engines.contract import (
    Found,
    IndexDamagedError,
    IndexDocument,
    SearchCall,
    Sort,
    name_facets,
    open_regions,
    opened_provinces,
)
from search.engines.damage import DamageWatch
from search.engines.query import ArchiveSearchQuery
from search.engines.tantivy_columns import Counts, add_columns, column_values, count_columns
from search.engines.tantivy_files import verify_files
from search.engines.tantivy_query import all_of, compile_tree, rank_by

_WHITESPACE = "whitespace"
# Room for all that a rebuild adds between two commits: of more, smaller segments tantivy merges eight at a time.
_WRITER_BYTES = 400_000_000
_ORDERS = {
    Sort.NEWEST: (fields.NEWEST, tantivy.Order.Desc),
    Sort.OLDEST: (fields.OLDEST, tantivy.Order.Asc),
    Sort.PLACE: (fields.PLACE_ORDER, tantivy.Order.Asc),
    Sort.RELEVANCE: (None, tantivy.Order.Desc),
}


def build_schema() -> tantivy.Schema:
    """Return the schema: token streams, facets as raw text, numbers; nothing but id and hash is stored."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", stored=True, indexed=True, fast=True)
    builder.add_text_field("content_hash", stored=True, tokenizer_name="raw", index_option="basic")
    for name in fields.PHRASE_FIELDS:
        builder.add_text_field(name, tokenizer_name=_WHITESPACE, index_option="position")
    for name in fields.TERM_FIELDS:
        builder.add_text_field(name, tokenizer_name=_WHITESPACE, index_option="freq")
    for name in fields.SET_FIELDS:
        builder.add_text_field(name, tokenizer_name=_WHITESPACE, index_option="basic")
    add_columns(builder)
    builder.add_unsigned_field(fields.YEAR, indexed=True)
    builder.add_unsigned_field(fields.NEWEST, fast=True)
    builder.add_unsigned_field(fields.OLDEST, fast=True)
    builder.add_unsigned_field(fields.PLACE_ORDER, fast=True)
    return builder.build()


def _build_document(document: IndexDocument, schema: tantivy.Schema) -> tantivy.Document:
    values: dict[str, Any] = {
        "id": document.id,
        "content_hash": document.content_hash,
        fields.KNOWN: document.text.known,
        fields.NEWEST: document.newest,
        fields.OLDEST: document.oldest,
        fields.PLACE_ORDER: document.place_order,
    }
    for stream in ("words", "bigrams", "chars"):
        values[stream] = getattr(document.text, stream)
        values[f"headline_{stream}"] = getattr(document.headline, stream)
    if document.year is not None:
        values[fields.YEAR] = document.year
    # All at once, and typed by the schema: value by value takes twice as long.
    return tantivy.Document.from_dict(values | column_values(document), schema)


class TantivyWriter:
    """Changes of one tantivy index."""

    def __init__(self, writer: tantivy.IndexWriter, schema: tantivy.Schema) -> None:
        self._writer = writer
        self._schema = schema

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles that are not in the index."""
        for document in documents:
            self._writer.add_document(_build_document(document, self._schema))

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles, or put them in the place of what is there."""
        for document in documents:
            self._delete(document.id)
            self._writer.add_document(_build_document(document, self._schema))

    def remove(self, ids: Iterable[int]) -> None:
        """Take articles out."""
        for pk in ids:
            self._delete(pk)

    def _delete(self, pk: int) -> None:
        # By query: delete_documents_by_term takes a number for a signed one, and deletes nothing.
        self._writer.delete_documents_by_query(tantivy.Query.term_query(self._schema, "id", pk))

    def clear(self) -> None:
        """Take all articles out."""
        self._writer.delete_all_documents()

    def commit(self) -> None:
        """Write and sync a commit."""
        self._writer.commit()


class TantivyIndex:
    """One generation of a tantivy index, open for reading."""

    def __init__(self, path: Path) -> None:
        self._meta = path / "meta.json"
        self._watch = DamageWatch(self.verify)
        try:
            self._index = tantivy.Index.open(str(path))
            self._index.config_reader("manual")
            self._seen = self._signature()
            self._searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise IndexDamagedError(f"{path}: {error}") from error
        self._index.register_tokenizer(_WHITESPACE, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        self._schema = self._index.schema

    @classmethod
    def create(cls, path: Path) -> None:
        """Make an empty index in an existing folder."""
        tantivy.Index(build_schema(), str(path), reuse=False)

    def _signature(self) -> tuple[int, int]:
        status = self._meta.stat()
        return status.st_ino, status.st_mtime_ns

    def refresh(self) -> None:
        """Read the newest commit; tantivy replaces its meta.json with each."""
        with self._watch:
            signature = self._signature()
            if signature != self._seen:
                self._index.reload()
                self._searcher = self._index.searcher()
                self._seen = signature

    def verify(self) -> None:
        """Compare every file with its checksum."""
        verify_files(self._meta.parent)

    def count(self) -> int:
        """Return the number of articles."""
        return self._searcher.num_docs

    def frequency(self, field: str, token: str) -> int:
        """Return how many articles hold a token; one that was replaced may still be counted."""
        with self._watch:
            return int(self._searcher.doc_freq(field, token))

    def ids(self) -> set[int]:
        """Return the keys of all articles in the index."""
        with self._watch:
            keys: list[Any] = self._searcher.fast_field_values(fields.ID, self._addresses())
            return set(keys)

    def hashes(self) -> dict[int, str]:
        """Return the content hash of every article in the index."""
        with self._watch:
            documents = (self._searcher.doc(address).to_dict() for address in self._addresses())
            return {document["id"][0]: document["content_hash"][0] for document in documents}

    def _addresses(self) -> list[tantivy.DocAddress]:
        if not self.count():
            return []
        hits = self._searcher.search(tantivy.Query.all_query(), limit=self.count(), count=False).hits
        return [address for _, address in hits]

    @contextmanager
    def writer(self) -> Iterator[TantivyWriter]:
        """Open the index anew for changes: one opened before another process wrote would leave dead segments."""
        with self._watch:
            index = tantivy.Index.open(str(self._meta.parent))
            index.register_tokenizer(_WHITESPACE, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
            writer = index.writer(_WRITER_BYTES, num_threads=1)
            try:
                yield TantivyWriter(writer, index.schema)
            finally:
                writer.wait_merging_threads()

    def search(self, call: SearchCall) -> Found:
        """Answer one request."""
        with self._watch:
            return self._search(call)

    def _search(self, call: SearchCall) -> Found:
        matching = compile_tree(call.tree, self._schema)
        filters = {name: compile_tree(tree, self._schema) for name, tree in call.filters.items()}
        narrowed = all_of([matching, *filters.values()])
        is_ranked = call.rank is not None and call.sort is Sort.RELEVANCE
        ranked = rank_by(narrowed, call.rank, self._schema) if is_ranked else narrowed
        wanted = min(call.end, self.count()) - call.start
        order_by, order = _ORDERS[call.sort]
        result: Any = self._searcher.search(
            ranked, limit=max(wanted, 1), offset=call.start, order_by_field=order_by, order=order
        )
        ids: list[Any] = self._searcher.fast_field_values("id", [address for _, address in result.hits])
        is_scored = call.sort is Sort.RELEVANCE
        hits = tuple((pk, score if is_scored else 0.0) for pk, (score, _) in zip(ids, result.hits, strict=True))
        return Found(
            total=result.count,
            hits=hits[: max(wanted, 0)],
            facets=name_facets(self._count_facets(call, call.facets_to_count(result.count), matching, filters)),
        )

    def _count_facets(
        self, call: SearchCall, facets: tuple[str, ...], matching: tantivy.Query, filters: dict[str, tantivy.Query]
    ) -> Counts:
        free = [name for name in facets if name not in filters]
        counted = self._count(free, all_of([matching, *filters.values()]))
        for name in facets:
            if name in filters:
                others = all_of([matching, *(tree for other, tree in filters.items() if other != name)])
                counted |= self._count([name], others) if name != fields.REGION else self._count_regions(call, others)
        return {name: counted[name] for name in facets}

    def _count_regions(self, call: SearchCall, others: tantivy.Query) -> Counts:
        """Count the provinces, and the regions in those that a chosen region opens: few articles hold them."""
        opened = opened_provinces(call.filters[fields.REGION])
        within = compile_tree(query.Or([query.Term(fields.PROVINCE, code) for code in opened]), self._schema)
        provinces = self._count([fields.PROVINCE], others)[fields.PROVINCE]
        inside = self._count([fields.REGION], all_of([within, others]))[fields.REGION]
        return {fields.REGION: open_regions(provinces, inside, opened)}

    def _count(self, names: list[str], narrowed: tantivy.Query) -> Counts:
        return count_columns(self._searcher, self._schema, names, narrowed) if names else {}


class TantivySearchBackend(ArchiveSearchBackend):
    """Haystack's backend over tantivy."""

    index_class = TantivyIndex


class TantivyEngine(BaseEngine):
    """Haystack's engine over tantivy."""

    backend = TantivySearchBackend
    query = ArchiveSearchQuery
