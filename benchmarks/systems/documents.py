"""The database -> the very documents that the archive's engines index, for the systems without Haystack."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.models import Article
from search.dictionary import FILE_NAME, collect_words, write_dictionary
from search.documents import Prepared, open_builder
from search.engines.contract import IndexDocument
from search.search_indexes import ArticleIndex
from search.vocabulary import names_for_dictionary

_BATCH = 250
_WORTH_ALL_CORES = 2000


def make_dictionary(folder: Path) -> Path:
    """Write the dictionary that texts and queries are cut with; return its path."""
    (folder / "dictionary").mkdir(parents=True, exist_ok=True)
    path = folder / "dictionary" / FILE_NAME
    write_dictionary(path, collect_words(names_for_dictionary()))
    return path


def _batches() -> Iterator[list[Prepared]]:
    index = ArticleIndex()
    last = 0
    while articles := list(index.index_queryset().filter(pk__gt=last).order_by("pk")[:_BATCH]):
        yield [index.full_prepare(article) for article in articles]
        last = articles[-1].pk


@contextmanager
def read_documents(dictionary: Path) -> Iterator[Iterator[list[IndexDocument]]]:
    """Open all published articles, batch by batch, cut into tokens on all cores where it pays."""
    use_all_cores = Article.objects.published().count() > _WORTH_ALL_CORES
    with open_builder(dictionary, use_all_cores) as builder:
        yield builder.build(_batches())
