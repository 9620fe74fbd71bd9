"""Prepared articles -> documents cut into tokens, on one core or on all."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from search.analyzer import load_analyzer
from search.engines.contract import IndexDocument

Prepared = dict[str, Any]


def build_documents(prepared: Iterable[Prepared], dictionary_path: Path) -> list[IndexDocument]:
    """Cut the texts of prepared articles (search_indexes.py) with a generation's dictionary."""
    analyze = load_analyzer(dictionary_path).analyze
    return [
        IndexDocument(
            id=fields["id"],
            content_hash=fields["content_hash"],
            text=analyze(fields["text"]),
            headline=analyze(fields["headline"]),
            region=tuple(fields["region"]),
            programme=tuple(fields["programme"]),
            newspaper=tuple(fields["newspaper"]),
            genre=tuple(fields["genre"]),
            year=fields["year"],
            newest=fields["newest"],
            oldest=fields["oldest"],
        )
        for fields in prepared
    ]


class DocumentBuilder:
    """Builds documents batch by batch, one batch ahead on every core but in order."""

    def __init__(self, pool: ProcessPoolExecutor | None, workers: int, dictionary_path: Path) -> None:
        self._pool = pool
        self._ahead = workers + 1
        self._dictionary_path = dictionary_path

    def build(self, batches: Iterable[list[Prepared]]) -> Iterator[list[IndexDocument]]:
        """Yield the documents of each batch, in the order of the batches."""
        if self._pool is None:
            for batch in batches:
                yield build_documents(batch, self._dictionary_path)
            return
        remaining = iter(batches)
        pending = [self._submit(batch) for batch in islice(remaining, self._ahead)]
        while pending:
            documents = pending.pop(0).result()
            pending += [self._submit(batch) for batch in islice(remaining, 1)]
            yield documents

    def _submit(self, batch: list[Prepared]) -> Any:
        assert self._pool is not None  # noqa: S101
        return self._pool.submit(build_documents, batch, self._dictionary_path)


@contextmanager
def open_builder(dictionary_path: Path, use_all_cores: bool) -> Iterator[DocumentBuilder]:
    """Open a builder; on all cores it starts processes of its own, which pays for thousands of articles."""
    workers = os.cpu_count() or 1
    if not use_all_cores or workers == 1:
        yield DocumentBuilder(None, 0, dictionary_path)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield DocumentBuilder(pool, workers, dictionary_path)
