"""The engines that a command was told to use -> the same, each of them there and sound; else one line that says so."""

from collections.abc import Sequence

from django.conf import settings
from django.core.management.base import CommandError
from haystack import connections

from archive.half_characters import readable
from search.engines.backend import ArchiveSearchBackend
from search.management.damage import tell_damage
from search.rebuild import engines_with_index


def require_engines(names: Sequence[str]) -> None:
    """Raise CommandError when a name is that of no engine; Haystack calls the one that answers the site `default`."""
    for name in names:
        if name not in settings.HAYSTACK_CONNECTIONS:
            raise CommandError(f"{readable(name)}: no such engine; there is {', '.join(settings.SEARCH_ENGINES)}")


def require_indexes(names: Sequence[str]) -> list[str]:
    """Return the engines named, of none named those that have an index.

    Raises CommandError where there is none, or its files are damaged: nothing is written into these.
    """
    require_engines(names)
    chosen = list(names) or engines_with_index()
    if not chosen:
        raise CommandError("there is no index yet; rebuild_index builds it")
    for name in chosen:
        backend: ArchiveSearchBackend = connections[name].get_backend()
        if not backend.generations.current():
            raise CommandError(f"{name}: there is no index yet; rebuild_index -u {name} builds it")
        with tell_damage(name):
            backend.verify()
    return chosen
