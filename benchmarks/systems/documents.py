"""The database -> the very documents that the archive's engines index, for the systems without Haystack."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.models import Article
from search.dictionary import FILE_NAME, collect_words, write_dictionary
from search.documents import open_builder
from search.engines.contract import IndexDocument
from search.vocabulary import names_for_dictionary

_BATCH = 250
_WORTH_ALL_CORES = 2000


def make_dictionary(folder: Path) -> Path:
    """Write the dictionary that texts and queries are cut with; return its path."""
    (folder / "dictionary").mkdir(parents=True, exist_ok=True)
    path = folder / "dictionary" / FILE_NAME
    write_dictionary(path, collect_words(names_for_dictionary()))
    return path


@contextmanager
def read_documents(dictionary: Path) -> Iterator[Iterator[list[IndexDocument]]]:
    """Open all published articles, batch by batch, cut into tokens on all cores where it pays."""
    ids = list(Article.objects.published().order_by("pk").values_list("pk", flat=True))
    batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
    with open_builder(dictionary, len(ids) > _WORTH_ALL_CORES) as builder:
        yield builder.build(batches)
