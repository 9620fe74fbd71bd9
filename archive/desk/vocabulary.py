"""The desk: regions and programmes in the database -> the vocabulary that extraction looks for."""

import time
from dataclasses import dataclass
from functools import lru_cache

from archive.extraction.gazetteer import Gazetteer, Place, PlaceLevel, build_gazetteer
from archive.extraction.programmes import Programme
from archive.models import City, FormerName, Initiative, Province, Scope

_SECONDS_KEPT = 600


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be found in a report."""

    gazetteer: Gazetteer
    programmes: tuple[Programme, ...]


def load_vocabulary() -> Vocabulary:
    """Read the vocabulary; empty where the reference data is not loaded yet."""
    return Vocabulary(load_gazetteer(), load_programmes())


def load_gazetteer() -> Gazetteer:
    """Read all regions, and the former names of those that still are one."""
    places = [Place(code, name, PlaceLevel.PROVINCE) for code, name in Province.objects.values_list("code", "name")]
    cities = City.objects.values_list("code", "name", "level", "parent_id", "province_id")
    places += [
        Place(code, name, PlaceLevel(level), parent or province) for code, name, level, parent, province in cities
    ]
    former_names = FormerName.objects.exclude(city=None).values_list("name", "city_id")
    return build_gazetteer(places, ((name, code or "") for name, code in former_names))


def recent_gazetteer() -> Gazetteer:
    """Return the gazetteer, read anew now and then: a screen needs it many times a minute."""
    counts = (Province.objects.count(), City.objects.count(), FormerName.objects.count())
    return _keep_gazetteer(counts, int(time.time() // _SECONDS_KEPT))


@lru_cache(maxsize=1)
def _keep_gazetteer(_counts: tuple[int, ...], _slot: int) -> Gazetteer:
    return load_gazetteer()


def load_programmes() -> tuple[Programme, ...]:
    """Read all programmes with their aliases."""
    return tuple(
        Programme(
            key=initiative.pk,
            names=(initiative.name, *(alias.name for alias in initiative.aliases.all())),
            is_local=initiative.scope == Scope.LOCAL,
            place=initiative.origin_city_id or initiative.origin_province_id or "",
        )
        for initiative in Initiative.objects.order_by("pk").prefetch_related("aliases")
    )
