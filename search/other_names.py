"""The vocabulary -> for each name that something goes by, its other names.

A name is the same however the punctuation within it is set: 面对面心贴心 names what 面对面、心贴心 names.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from django.db import connection

from archive.models import Initiative, InitiativeAlias
from search.fold import SEPARATOR, fold
from search.name_groups import read_organisations, read_places, read_programmes

_SHORTEST = 2
_SECONDS = 60  # a new name of a place is seen after this time; of a programme at once
_WITHIN = re.compile(rf"(?<![0-9a-z]){SEPARATOR}|{SEPARATOR}(?![0-9a-z])")  # 1+1 is not 11


@dataclass(frozen=True, slots=True)
class OtherNames:
    """All names of what goes by a name, as printed, by its key; `abbreviations` are keys."""

    groups: Mapping[str, tuple[str, ...]]
    abbreviations: frozenset[str]

    def of(self, run: str) -> tuple[str, ...]:
        """Return the other names of what a folded run names; none where it names nothing, or has no other.

        A name that holds the run is left out: whoever looks for 呈贡 finds 呈贡区. Not of an abbreviation, which stands
        in other words by chance: 市总 is in 全市总体, 市总工会 is not.
        """
        folded = {name: fold_name(name) for name in self.groups.get(key_of(run), ())}
        is_chance = self.is_abbreviation(run)
        others = {name: one for name, one in folded.items() if one != run and (is_chance or run not in one)}
        return tuple(name for name in others if not any(_holds(others[name], one) for one in others.values()))

    def __contains__(self, run: str) -> bool:
        return key_of(run) in self.groups

    def is_abbreviation(self, run: str) -> bool:
        """Return whether a name has two characters and is no place: it counts as a word, 全总 not in 安全总监."""
        return key_of(run) in self.abbreviations


def _holds(name: str, other: str) -> bool:
    return other in name and other != name


NO_NAMES = OtherNames({}, frozenset())


def fold_name(name: str) -> str:
    """Return a name as it is searched."""
    return fold(name).strip(SEPARATOR)


def key_of(run: str) -> str:
    """Return a folded name without the separators within it."""
    return _WITHIN.sub("", run) if SEPARATOR in run else run


def read_other_names() -> OtherNames:
    """Return the names of all that has names. A change of programmes counts at once, in every process."""
    return _read_other_names(_stamp(), int(time.monotonic() // _SECONDS))


def _stamp() -> tuple[int | None, ...]:
    """Return what changes with every change of a programme's names."""
    with connection.cursor() as cursor:  # by hand: every search asks, and Django would take longer than the database
        cursor.execute(_newest_versions())
        return tuple(cursor.fetchone())


@cache
def _newest_versions() -> str:
    tables = (Initiative.history.model._meta.db_table, InitiativeAlias.history.model._meta.db_table)
    newest = ", ".join(f"(SELECT MAX(history_id) FROM {table})" for table in tables)  # noqa: S608  # our own tables
    return f"SELECT {newest}"


@lru_cache(maxsize=1)
def _read_other_names(_stamp: object, _minute: int) -> OtherNames:
    places = list(read_places())
    groups = _by_key((*read_programmes(), *read_organisations(), *places))
    of_places = {key_of(fold_name(name)) for group in places for name in group}
    return OtherNames(groups, frozenset(key for key in groups if len(key) == _SHORTEST and key not in of_places))


def _by_key(groups: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        names = dict.fromkeys(group)
        for key in {key_of(fold_name(name)) for name in names}:
            found[key].update(names)
    return {key: tuple(names) for key, names in found.items() if len(key) >= _SHORTEST}
