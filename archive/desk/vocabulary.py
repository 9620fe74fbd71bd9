"""The desk: regions and programmes in the database -> the vocabulary that extraction looks for."""

from dataclasses import dataclass

from archive.extraction.gazetteer import Gazetteer, Place, PlaceLevel, build_gazetteer
from archive.extraction.programmes import Programme
from archive.models import City, FormerName, Initiative, Province, Scope


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
