"""The vocabulary -> for each name that something goes by, its other names: programmes, places, organisations."""

import csv
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.db import connection

import archive
from archive.models import City, FormerName, Initiative, InitiativeAlias
from search.fold import SEPARATOR, fold

_ORGANISATIONS = Path(archive.__file__).parent / "data" / "organisations.csv"
_SUFFIXES = ("自治县", "自治州", "地区", "市", "区", "县", "盟", "旗", "州")
_SHORTEST = 2
_SECONDS = 60  # a new name of a place is seen after this time; of a programme at once


@dataclass(frozen=True, slots=True)
class NameEntry:
    """The other names of a name, as printed.

    `is_abbreviation`: it has two characters and is no place; 全总 stands by chance in 安全总监, and counts as a word.
    """

    others: tuple[str, ...]
    is_abbreviation: bool


OtherNames = Mapping[str, NameEntry]


def read_other_names() -> OtherNames:
    """Return the entries of all names that have others, by folded name.

    A change of programmes counts at once, in every process.
    """
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
    found: dict[str, dict[str, None]] = defaultdict(dict)
    places = list(_read_places())
    for group in (*_read_programmes(), *read_organisations(), *places):
        folded = {_fold(name): name for name in group}
        for key in folded:
            found[key].update(dict.fromkeys(name for other, name in folded.items() if key not in other))
    of_places = {_fold(name) for group in places for name in group}
    return {
        key: NameEntry(_without_longer(others), len(key) == _SHORTEST and key not in of_places)
        for key, others in found.items()
        if others and len(key) >= _SHORTEST
    }


def _fold(name: str) -> str:
    return fold(name).strip(SEPARATOR)


def _without_longer(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out names that hold another: whoever looks for 呈贡 finds 呈贡区."""
    folded = {_fold(name): name for name in names}
    return tuple(
        name for key, name in folded.items() if not any(other in key for other in folded if other and other != key)
    )


def _read_programmes() -> Iterator[list[str]]:
    groups = {pk: [name] for pk, name in Initiative.objects.values_list("pk", "name")}
    for pk, name in InitiativeAlias.objects.values_list("initiative_id", "name"):
        groups[pk].append(name)
    yield from groups.values()


def read_organisations() -> Iterator[list[str]]:
    """Yield the names of each organisation."""
    with _ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield [row["name"], *row["aliases"].split("|")]


def _read_places() -> Iterator[list[str]]:
    """Yield the names of each place that had another: whole and, where no other place has it, short.

    A region that has since become part of another is not that other: 乌马河区 is not 伊春市.
    """
    names = dict(City.objects.values_list("pk", "name"))
    groups = {code: [name] for code, name in names.items()}
    owners: dict[str, set[str]] = defaultdict(set)
    for code, name in names.items():
        _note_owner(owners, name, code)
    for name, former_code, code in FormerName.objects.exclude(city=None).values_list("name", "code", "city_id"):
        _note_owner(owners, name, code)
        if former_code == code or _shorten(name) == _shorten(names[code]):
            groups[code].append(name)
    for group in groups.values():
        if len(group) > 1:
            yield [name for whole in group for name in (whole, _shorten(whole)) if len(owners[name]) == 1]


def _note_owner(owners: dict[str, set[str]], whole: str, code: str) -> None:
    for name in (whole, _shorten(whole)):
        owners[name].add(code)


def _shorten(name: str) -> str:
    """Return a place's name without what it is, if two characters are left: 呈贡区 is 呈贡."""
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= _SHORTEST:
            return name.removesuffix(suffix)
    return name
