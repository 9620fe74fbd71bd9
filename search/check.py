"""The index against the database, both ways: what is missing, left over, or out of date; and its repair."""

from dataclasses import dataclass

from haystack import connections

from archive.models import Article
from search.engines.backend import ArchiveSearchBackend, IndexMissingError
from search.engines.contract import IndexDamagedError
from search.models import OutboxRow
from search.outbox import apply_articles, drain
from search.preparing import prepare_articles
from search.rebuild import rebuild

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where an index and the database differ; `damage` says why the index cannot be read, if it cannot."""

    articles: int
    indexed: int
    missing: tuple[int, ...] = ()
    left_over: tuple[int, ...] = ()
    out_of_date: tuple[int, ...] = ()
    damage: str = ""

    @property
    def is_consistent(self) -> bool:
        """Whether the index holds exactly what the database holds."""
        return not (self.missing or self.left_over or self.out_of_date or self.damage)


def compare(engine: str) -> Comparison:
    """Compare the files with their checksums, then articles by key and content hash.

    Changes still in the outbox are brought in before the articles, and never into damaged files.
    """
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    published = Article.objects.published().count()
    try:
        backend.verify()
        drain(engine, wait_seconds=60)
        indexed = backend.open_index().hashes()
    except (IndexDamagedError, IndexMissingError) as error:
        return Comparison(published, 0, damage=f"{type(error).__name__}: {error}")
    expected = _expected_hashes()
    changing = set(OutboxRow.objects.values_list("article_id", flat=True))
    return Comparison(
        articles=len(expected),
        indexed=len(indexed),
        missing=tuple(sorted(expected.keys() - indexed.keys() - changing)),
        left_over=tuple(sorted(indexed.keys() - expected.keys() - changing)),
        out_of_date=tuple(
            sorted(pk for pk in expected.keys() & indexed.keys() - changing if expected[pk] != indexed[pk])
        ),
    )


def _expected_hashes() -> dict[int, str]:
    ids = list(Article.objects.published().order_by("pk").values_list("pk", flat=True))
    batches = (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
    return {fields["id"]: fields["content_hash"] for batch in batches for fields in prepare_articles(batch)}


def repair(engine: str, comparison: Comparison) -> None:
    """Mend what a comparison found: single articles in place, an index that cannot be read by a rebuild."""
    if comparison.damage:
        rebuild(engine)
        return
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    ids = [*comparison.missing, *comparison.left_over, *comparison.out_of_date]
    with backend.generations.writer_lock():
        generation = backend.current()
        for start in range(0, len(ids), _BATCH):
            with backend.index_class(generation.engine_folder).writer() as writer:
                apply_articles(writer, generation, ids[start : start + _BATCH])
                writer.commit()
