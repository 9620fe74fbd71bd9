"""Changes of the archive -> rows written with them -> the index.

A change and its rows are one transaction. After it commits, whoever gets the writer lock drains: reads rows in
order, applies them, commits the index, deletes the rows. Killed anywhere, the rows are still there; applying
one twice changes nothing.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from filelock import Timeout
from haystack import connections

from search.arrivals import note_arrivals
from search.documents import build_documents
from search.engines.backend import ArchiveSearchBackend
from search.engines.contract import Writer
from search.generations import Generation, Generations
from search.models import OutboxRow

_BATCH = 500


def all_generations() -> list[Generations]:
    """Return the generations of every engine; one without an index takes no changes."""
    return [Generations(settings.SEARCH_INDEX_DIR / engine) for engine in settings.SEARCH_ENGINES]


def record_changes(ids: Iterable[int], **_: object) -> None:
    """Write the rows of changed articles, and drain once they are committed. Call inside their transaction."""
    changed = list(ids)
    names = [name for generations in all_generations() for name in generations.names_to_tell()]
    rows = [OutboxRow(generation=name, article_id=pk) for name in names for pk in changed]
    OutboxRow.objects.bulk_create(rows, batch_size=_BATCH)
    transaction.on_commit(drain_all, robust=True)


def drain_all() -> None:
    """Bring the index of every engine up to date, unless another process is at it."""
    for engine in settings.SEARCH_ENGINES:
        drain(engine)


def drain(engine: str, wait_seconds: float = 0) -> bool:
    """Apply all rows of an engine's current generation; return False when another process holds the writer lock.

    Whoever holds the lock looks once more after letting it go, so that a row that came in between is not left.
    """
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    generation = backend.generations.current()
    while generation and _pending(generation).exists():
        try:
            with backend.generations.writer_lock().acquire(timeout=wait_seconds):
                generation = backend.current()
                apply_rows(backend, generation)
        except Timeout:
            return False
    return True


def apply_rows(backend: ArchiveSearchBackend, generation: Generation) -> int:
    """Apply the rows of a generation in their order and delete them; return how many. Under the writer's lock."""
    applied = 0
    while rows := list(_pending(generation)[:_BATCH]):
        ids = {row.article_id for row in rows}
        with backend.index_class(generation.engine_folder).writer() as writer:
            apply_articles(writer, generation, ids)
            writer.commit()
        note_arrivals(ids)
        OutboxRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
        applied += len(rows)
    return applied


def apply_articles(writer: Writer, generation: Generation, ids: Iterable[int]) -> None:
    """Write articles as the database has them now; those that readers may not see are taken out."""
    wanted = set(ids)
    documents = build_documents(wanted, generation.dictionary_path)
    writer.replace(documents)
    writer.remove(wanted - {document.id for document in documents})


def _pending(generation: Generation) -> QuerySet[OutboxRow]:
    return OutboxRow.objects.filter(generation=generation.name)
