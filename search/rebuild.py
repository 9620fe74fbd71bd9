"""The database -> the next generation of an index, beside the one that answers.

Articles go in in the order of their keys; every so many batches the index is committed and a checkpoint noted, so
a build that was killed goes on from there. Changes made meanwhile reach the new generation through the
outbox. It is compared with the database before it is switched to; searches never see it before.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction
from filelock import Timeout
from haystack import connections

from archive.models import Article
from search.arrivals import note_all_arrivals
from search.dictionary import collect_words, write_dictionary
from search.documents import build_batches
from search.engines.backend import ArchiveSearchBackend
from search.engines.contract import IndexDamagedError
from search.generations import Generation
from search.models import OutboxRow
from search.outbox import apply_rows
from search.vocabulary import names_for_dictionary

_BATCH = 200
_COMMIT_EVERY = 80  # batches

Say = Callable[[str], None]


class RebuildError(Exception):
    """The new generation does not hold what the database holds; the old one still answers."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did."""

    generation: Generation
    articles: int


def rebuild(engine: str, say: Say = lambda _: None) -> Rebuilt:
    """Build the next generation of an engine's index and switch to it.

    Raises RebuildError when it does not agree with the database, filelock.Timeout when a rebuild is running.
    """
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    generations = backend.generations
    with generations.rebuild_lock().acquire(timeout=0):
        generation = _start(backend, say)
        _wait_for_open_transactions()
        _fill(backend, generation, say)
        with generations.writer_lock():
            apply_rows(backend, generation)
            articles = _verify(backend, generation)
            generations.switch_to(generation)
        note_all_arrivals()
        _forget_rows(backend)
    return Rebuilt(generation, articles)


def discard_left() -> list[Generation]:
    """Delete what killed rebuilds left, of every engine, with its rows; return what was deleted."""
    backends = [connections[engine].get_backend() for engine in settings.SEARCH_ENGINES]
    # Only those with something left: a lock makes the folder of an engine that is not in use.
    discarded = [_discard_left(backend) for backend in backends if backend.generations.building()]
    return [left for left in discarded if left]


def _discard_left(backend: ArchiveSearchBackend) -> Generation | None:
    """Discard one engine's, unless a rebuild is at it."""
    try:
        with backend.generations.rebuild_lock().acquire(timeout=0):
            if left := backend.generations.building():
                backend.generations.discard(left)
                _forget_rows(backend)
            return left
    except Timeout:
        return None


def _forget_rows(backend: ArchiveSearchBackend) -> None:
    rows = OutboxRow.objects.filter(generation__startswith=f"{backend.engine_name}/")
    rows.exclude(generation__in=backend.generations.names_to_tell()).delete()


def ensure_index(engine: str, say: Say = lambda _: None) -> bool:
    """Build an engine's index if there is none; return whether it was built."""
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    if backend.generations.current():
        return False
    rebuild(engine, say)
    return True


def _start(backend: ArchiveSearchBackend, say: Say) -> Generation:
    left = backend.generations.building()
    if left and left.read_checkpoint() and _is_sound(backend, left):
        say(f"{left.name}: going on after article {left.read_checkpoint()}")
        return left
    if left:
        backend.generations.discard(left)
    generation = backend.generations.start()
    write_dictionary(generation.dictionary_path, collect_words(names_for_dictionary()))
    backend.index_class.create(generation.engine_folder)
    return generation


def _is_sound(backend: ArchiveSearchBackend, generation: Generation) -> bool:
    try:
        backend.index_class(generation.engine_folder).verify()
    except IndexDamagedError:
        return False
    return True


def _wait_for_open_transactions() -> None:
    """Wait until every change that could not know of the new generation is committed.

    SQLite has one writer at a time, and a transaction takes its lock when it begins: getting it is enough.
    PostgreSQL's table lock waits for all that wrote rows.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {OutboxRow._meta.db_table} IN SHARE MODE")


def _batches(after: int) -> Iterator[list[int]]:
    """Yield the keys of the articles that are there now; those added meanwhile come through the outbox."""
    ids = list(Article.objects.published().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _fill(backend: ArchiveSearchBackend, generation: Generation, say: Say) -> None:
    checkpoint = generation.read_checkpoint()
    batches = list(_batches(checkpoint))
    index = backend.index_class(generation.engine_folder)
    with closing(build_batches(batches, generation.dictionary_path)) as built, index.writer() as writer:
        # What a killed build committed after its last checkpoint goes in again.
        put = writer.replace if checkpoint else writer.add
        done = 0
        for number, documents in enumerate(built, start=1):
            put(documents)
            done += len(documents)
            if number % _COMMIT_EVERY == 0:
                put = writer.add
                writer.commit()
                generation.write_checkpoint(batches[number - 1][-1])
                say(f"{generation.name}: {done} articles")
        writer.commit()


def _verify(backend: ArchiveSearchBackend, generation: Generation) -> int:
    """Compare the keys of the new generation with the database; return their number. Under the writer lock.

    Articles with a row in the outbox may differ: their change was committed after the rows were applied.
    """
    indexed = backend.index_class(generation.engine_folder).ids()
    published = set(Article.objects.published().values_list("pk", flat=True))
    changing = set(OutboxRow.objects.filter(generation=generation.name).values_list("article_id", flat=True))
    wrong = (indexed ^ published) - changing
    if wrong:
        backend.generations.discard(generation)
        raise RebuildError(f"{generation.name}: {len(wrong)} articles differ from the database: {sorted(wrong)[:10]}")
    return len(indexed)


def engines_with_index() -> list[str]:
    """Return the names of the engines that have an index."""
    return [name for name in settings.SEARCH_ENGINES if connections[name].get_backend().generations.current()]
