"""Damage of an index that a command meets -> one line that says what mends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from search.engines.contract import IndexDamagedError


@contextmanager
def tell_damage(engine: str, remedy: str = "check_index --repair builds it anew") -> Iterator[None]:
    """Raise CommandError with the engine and the remedy where what is done within finds its index damaged."""
    try:
        yield
    except IndexDamagedError as error:
        raise CommandError(f"{engine}: the index is damaged; {remedy}") from error
