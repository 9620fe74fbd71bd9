"""Articles in the database -> documents cut into tokens, on one core or on all."""

import os
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import django

from search.analyzer import load_analyzer
from search.engines.contract import IndexDocument
from search.preparing import prepare_articles

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


class DocumentBuilder:
    """Builds documents batch by batch; with a pool a few batches ahead, but in their order."""

    def __init__(self, pool: ProcessPoolExecutor | None, ahead: int, dictionary_path: Path) -> None:
        self._pool = pool
        self._ahead = ahead
        self._dictionary_path = dictionary_path

    def build(self, batches: Iterable[list[int]]) -> Iterator[Documents]:
        """Yield the documents of each batch of keys."""
        if self._pool is None:
            for ids in batches:
                yield build_documents(ids, self._dictionary_path)
            return
        remaining = iter(batches)
        pending = [self._submit(self._pool, ids) for ids in islice(remaining, self._ahead)]
        while pending:
            documents = pending.pop(0).result()
            pending += [self._submit(self._pool, ids) for ids in islice(remaining, 1)]
            yield documents

    def _submit(self, pool: ProcessPoolExecutor, ids: list[int]) -> "Future[Documents]":
        return pool.submit(build_documents, ids, self._dictionary_path)


@contextmanager
def open_builder(dictionary_path: Path, use_all_cores: bool) -> Iterator[DocumentBuilder]:
    """Open a builder; on all cores it starts processes of its own, which pays for thousands of articles.

    One core is left to this process, whose engine indexes meanwhile.
    """
    workers = (os.cpu_count() or 1) - 1
    if not use_all_cores or not workers:
        yield DocumentBuilder(None, 0, dictionary_path)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        yield DocumentBuilder(pool, 4 * workers, dictionary_path)
