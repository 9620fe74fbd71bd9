"""What the worker does for the search; every job is safe to repeat."""

from filelock import Timeout

from search.check import compare, repair
from search.outbox import drain_all
from search.rebuild import discard_left, rebuild
from search.spelling.words import refresh_words
from search.suggesting.refreshing import drain_articles, refresh_all


def drain_outbox() -> None:
    """Index what a killed process left in the outbox, and let the search box suggest it."""
    drain_all()
    drain_articles()


def repair_index(engine: str) -> str:
    """Compare an index with the database, and mend it or build it anew; return what came of it.

    A rebuild that was killed is gone on with only if there is something to mend; else what it left is deleted.
    """
    try:
        comparison = compare(engine)
        if not comparison.is_consistent:
            repair(engine, comparison)
    except Timeout:
        return f"{engine}: a rebuild is running already"
    discard_left()
    return f"{engine}: consistent" if comparison.is_consistent else f"{engine}: repaired"


def rebuild_index(engine: str) -> str:
    """Build an index anew beside the one that answers, cut by the dictionary as it is now; return what came of it."""
    try:
        rebuilt = rebuild(engine)
    except Timeout:
        return f"{engine}: a rebuild is running already"
    refresh_suggestions()
    return f"{rebuilt.generation.name}: {rebuilt.articles} articles"


def refresh_suggestions() -> None:
    """Compare what the search box can suggest, and the words known by their sound, with the archive."""
    refresh_words()
    refresh_all()
