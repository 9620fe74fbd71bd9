"""The database -> the very documents that the archive's engines index, for the systems without Haystack."""

from collections.abc import Generator
from pathlib import Path

from archive.models import Article
from search.dictionary import FILE_NAME, collect_words, write_dictionary
from search.documents import build_batches
from search.engines.contract import IndexDocument
from search.vocabulary import names_for_dictionary

_BATCH = 250


def make_dictionary(folder: Path) -> Path:
    """Write the dictionary that texts and queries are cut with; return its path."""
    (folder / "dictionary").mkdir(parents=True, exist_ok=True)
    path = folder / "dictionary" / FILE_NAME
    write_dictionary(path, collect_words(names_for_dictionary()))
    return path


def read_documents(dictionary: Path) -> Generator[list[IndexDocument]]:
    """Yield all published articles, batch by batch, cut into tokens."""
    ids = list(Article.objects.published().order_by("pk").values_list("pk", flat=True))
    return build_batches([ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)], dictionary)
