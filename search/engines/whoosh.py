"""The whoosh engine: trees and tokens -> an embedded index in pure Python."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from haystack.backends import BaseEngine
from whoosh import index as whoosh_index
from whoosh import query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema
from whoosh.writing import IndexWriter

from search import fields
from search.engines.backend import ArchiveSearchBackend
from search.engines.contract import (
    Found,
    IndexDamagedError,
    IndexDocument,
    SearchCall,
    name_facets,
    open_regions,
    opened_provinces,
)
from search.engines.damage import DamageWatch
from search.engines.query import ArchiveSearchQuery
from search.engines.whoosh_files import note_checksums, verify_files
from search.engines.whoosh_snapshot import WhooshSnapshot

_WRITER_MB = 64


def build_schema() -> Schema:
    """Return the schema: token streams, facets as keywords, sort keys as columns."""
    phrases = {name: TEXT(analyzer=SpaceSeparatedTokenizer()) for name in fields.PHRASE_FIELDS}
    terms = {name: KEYWORD(scorable=True) for name in fields.TERM_FIELDS}
    sets = {name: KEYWORD() for name in (*fields.SET_FIELDS, *fields.TEXT_FACETS, fields.YEAR)}
    orders = {name: NUMERIC(int, bits=64, signed=False, sortable=True) for name in fields.ORDERS}
    return Schema(id=ID(unique=True, stored=True), content_hash=STORED(), **phrases, **terms, **sets, **orders)


def _build_fields(document: IndexDocument) -> dict[str, object]:
    streams = {
        f"{prefix}{stream}": getattr(tokens, stream)
        for prefix, tokens in (("", document.text), ("headline_", document.headline))
        for stream in ("words", "bigrams", "chars")
    }
    facets = {name: " ".join(getattr(document, name)) for name in fields.TEXT_FACETS}
    return {
        "id": str(document.id),
        fields.KNOWN: document.text.known,
        "content_hash": document.content_hash,
        fields.YEAR: str(document.year or ""),
        **{name: getattr(document, name) for name in fields.ORDERS},
        **streams,
        **facets,
    }


class WhooshWriter:
    """Changes of one whoosh index."""

    def __init__(self, index: whoosh_index.FileIndex, path: Path) -> None:
        self._index = index
        self._path = path
        self._writer: IndexWriter | None = None

    def _open(self) -> IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(limitmb=_WRITER_MB)
        return self._writer

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles that are not in the index."""
        for document in documents:
            self._open().add_document(**_build_fields(document))

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Add articles, or put them in the place of what is there."""
        for document in documents:
            self._open().update_document(**_build_fields(document))

    def remove(self, ids: Iterable[int]) -> None:
        """Take articles out."""
        for pk in ids:
            self._open().delete_by_term("id", str(pk))

    def clear(self) -> None:
        """Take all articles out."""
        self._open().delete_by_query(query.Every())

    def commit(self) -> None:
        """Write a commit."""
        self._open().commit()
        self._writer = None
        note_checksums(self._path)

    def cancel(self) -> None:
        """Forget what has not been committed."""
        if self._writer is not None:
            self._writer.cancel()


class WhooshIndex:
    """One generation of a whoosh index, open for reading."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._watch = DamageWatch(self.verify)
        try:
            self._index = whoosh_index.open_dir(str(path))
            self._snapshot = WhooshSnapshot(self._index)
        except Exception as error:  # nothing but the files is read here, and damaged ones end in errors of every kind
            raise IndexDamagedError(f"{path}: {error}") from error

    @classmethod
    def create(cls, path: Path) -> None:
        """Make an empty index in an existing folder."""
        shutil.rmtree(path)
        path.mkdir(mode=0o700)
        whoosh_index.create_in(str(path), build_schema())
        note_checksums(path)

    def refresh(self) -> None:
        """Read the newest commit."""
        with self._watch:
            if self._index.latest_generation() != self._snapshot.generation:
                self._snapshot = WhooshSnapshot(self._index)

    def verify(self) -> None:
        """Compare every file with its checksum."""
        verify_files(self._path)

    def count(self) -> int:
        """Return the number of articles."""
        return int(self._snapshot.reader.doc_count())

    def frequency(self, field: str, token: str) -> int:
        """Return how many articles hold a token; one that was replaced may still be counted."""
        with self._watch:
            return int(self._snapshot.reader.doc_frequency(field, token))

    def ids(self) -> set[int]:
        """Return the keys of all articles in the index."""
        with self._watch:
            return {int(each["id"]) for each in self._snapshot.reader.all_stored_fields()}

    def hashes(self) -> dict[int, str]:
        """Return the content hash of every article in the index."""
        with self._watch:
            stored = self._snapshot.reader.all_stored_fields()
            return {int(each["id"]): each["content_hash"] for each in stored}

    @contextmanager
    def writer(self) -> Iterator[WhooshWriter]:
        """Open the index for changes."""
        writer = WhooshWriter(self._index, self._path)
        with self._watch:
            try:
                yield writer
            finally:
                writer.cancel()

    def search(self, call: SearchCall) -> Found:
        """Answer one request."""
        with self._watch:
            return self._search(call)

    def _search(self, call: SearchCall) -> Found:
        snapshot = self._snapshot
        matching = snapshot.match(call.tree)
        filters = {name: snapshot.match(tree) for name, tree in call.filters.items()}
        narrowed = matching
        for chosen in filters.values():
            narrowed &= chosen
        facets = {}
        for name in call.facets_to_count(narrowed.bit_count()):
            counted = matching
            for other, chosen in filters.items():
                if other != name:
                    counted &= chosen
            facets[name] = snapshot.count_values(name, counted)
            if name == fields.REGION and name in filters:
                provinces = snapshot.count_values(fields.PROVINCE, counted)
                facets[name] = open_regions(provinces, facets[name], opened_provinces(call.filters[name]))
        return Found(narrowed.bit_count(), tuple(snapshot.order(narrowed, call)), name_facets(facets))


class WhooshSearchBackend(ArchiveSearchBackend):
    """Haystack's backend over whoosh."""

    index_class = WhooshIndex


class WhooshEngine(BaseEngine):
    """Haystack's engine over whoosh."""

    backend = WhooshSearchBackend
    query = ArchiveSearchQuery
