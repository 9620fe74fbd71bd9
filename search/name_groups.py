"""The vocabulary -> groups of names of which each names the same: programmes, organisations, places."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import archive
from archive.common_words import is_ordinary_word
from archive.extraction.gazetteer import shorten_name
from archive.extraction.mentions import ORDINARY_CITY
from archive.models import City, FormerName, Initiative, InitiativeAlias, Province
from archive.models.city import Level

_ORGANISATIONS = Path(archive.__file__).parent / "data" / "organisations.csv"


def read_programmes() -> Iterator[list[str]]:
    """Yield the name and the aliases of each programme."""
    groups = {pk: [name] for pk, name in Initiative.objects.values_list("pk", "name")}
    for pk, name in InitiativeAlias.objects.values_list("initiative_id", "name"):
        groups[pk].append(name)
    yield from groups.values()


def read_organisations() -> Iterator[list[str]]:
    """Yield the names of each organisation."""
    with _ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield [row["name"], *row["aliases"].split("|")]


def read_places() -> Iterator[list[str]]:
    """Yield the names of each place, now and formerly: whole and short, where no other place has it.

    A region that has since become part of another is not that other: 乌马河区 is not 伊春市. What is an ordinary word
    too is no short name of a place that never had another: 解放 is not 解放区.
    """
    groups = {code: [name] for code, name in Province.objects.values_list("pk", "name")}
    levels = {}
    for code, name, level in City.objects.values_list("pk", "name", "level"):
        groups[code], levels[code] = [name], level
    owners: dict[str, set[str]] = defaultdict(set)
    for code, [name] in groups.items():
        _note_owner(owners, name, code)
    for name, former_code, code in FormerName.objects.exclude(city=None).values_list("name", "code", "city_id"):
        _note_owner(owners, name, code)
        if former_code == code or shorten_name(name) == shorten_name(groups[code][0]):
            groups[code].append(name)
    for code, group in groups.items():
        if len(group) > 1 or not _is_ordinary(shorten_name(group[0]), levels.get(code)):
            yield [name for whole in group for name in (whole, shorten_name(whole)) if len(owners[name]) == 1]


def _note_owner(owners: dict[str, set[str]], whole: str, code: str) -> None:
    for name in (whole, shorten_name(whole)):
        owners[name].add(code)


def _is_ordinary(short: str, level: str | None) -> bool:
    """Return whether the short name of a city or of a district is an ordinary word too; that of a province is none."""
    if level == Level.CITY:
        return bool(ORDINARY_CITY.fullmatch(short))
    return level == Level.DISTRICT and is_ordinary_word(short)
