"""Articles in the database -> documents cut into tokens."""

from collections import deque
from collections.abc import Collection, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from django.db import connections

from search.analyzer import load_analyzer
from search.engines.contract import IndexDocument
from search.preparing import prepare_articles

# Batches. So many are cut while an engine writes a commit.
_AHEAD = 30
_WORTH_A_THREAD = 8

Documents = list[IndexDocument]


def build_documents(ids: Collection[int], dictionary_path: Path) -> Documents:
    """Read those of the articles that readers may see, and cut them with a generation's dictionary."""
    analyze = load_analyzer(dictionary_path).analyze
    return [
        IndexDocument(
            id=fields["id"],
            content_hash=fields["content_hash"],
            text=analyze(fields["text"]),
            headline=analyze(fields["headline"]),
            region=tuple(fields["region"]),
            places=tuple(map(tuple, fields["places"])),
            programme=tuple(fields["programme"]),
            newspaper=tuple(fields["newspaper"]),
            genre=tuple(fields["genre"]),
            byline=tuple(fields["byline"]),
            year=fields["year"],
            newest=fields["newest"],
            oldest=fields["oldest"],
            place_order=fields["place_order"],
        )
        for fields in prepare_articles(ids)
    ]


def build_batches(batches: Sequence[list[int]], dictionary_path: Path) -> Generator[Documents]:
    """Yield the documents of each batch of keys in turn; where there are many, they are cut while an engine indexes."""
    if len(batches) > _WORTH_A_THREAD:
        yield from _build_ahead(batches, dictionary_path)
    else:
        yield from (build_documents(ids, dictionary_path) for ids in batches)


def _build_ahead(batches: Iterable[list[int]], dictionary_path: Path) -> Generator[Documents]:
    """Yield the documents of each batch, read and cut by a thread a few batches ahead of whoever takes them.

    Two cores are busy so: jieba, the database and tantivy leave Python's lock to one another. A process would have to
    send its documents, which takes a third as long as cutting them.
    """
    remaining = iter(batches)
    with ThreadPoolExecutor(1) as thread:

        def submit(ids: list[int]) -> "Future[Documents]":
            return thread.submit(build_documents, ids, dictionary_path)

        pending = deque(map(submit, islice(remaining, _AHEAD)))
        try:
            while pending:
                documents = pending.popleft().result()
                pending.extend(map(submit, islice(remaining, 1)))
                yield documents
        finally:
            for each in pending:
                each.cancel()
            thread.submit(connections.close_all)  # its own
