"""Extraction: regions and former names -> every form in which a report may print the name of a place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|塔吉克|普米|怒|德昂|保安|裕固|独龙|鄂温克|鄂伦春"
)
_AUTONOMOUS = re.compile(rf"(?<=..)(?:(?:{_PEOPLES})族?)*(?:各族)?自治[区州县旗]$")
_SUFFIX = re.compile(r"(?:特别行政区|林区|地区|特区|[省市州盟区县旗])$")

# No place has a shorter name.
BEGINNING = 2


class PlaceLevel(StrEnum):
    """How large a place is."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Place:
    """A region by its GB/T 2260 code; `parent` is the code of the city or province it lies in."""

    code: str
    name: str
    level: PlaceLevel
    parent: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of one place; `is_full` for the official name, now or formerly."""

    code: str
    is_full: bool


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All places by code, and all that a printed name may stand for. Two are told apart by identity, and so quickly.

    `longest` is the length of the longest name by how names begin, with two characters.
    """

    places: Mapping[str, Place]
    names: Mapping[str, tuple[PlaceName, ...]]
    longest: Mapping[str, int]

    def lies_in(self, code: str, above: str) -> bool:
        """Whether a place is, or lies in, another."""
        while code and code != above:
            code = self.places[code].parent
        return bool(code)

    def are_related(self, one: str, other: str) -> bool:
        """Whether one of two places lies in the other."""
        return self.lies_in(one, other) or self.lies_in(other, one)


def shorten_name(name: str) -> str:
    """Return a place's name without what kind of place it is; unchanged where one character would be left.

    >>> shorten_name("恩施土家族苗族自治州"), shorten_name("泸州市"), shorten_name("泸县")
    ('恩施', '泸州', '泸县')
    """
    short = _AUTONOMOUS.sub("", name)
    if short == name:
        short = _SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


def build_gazetteer(places: Iterable[Place], former_names: Iterable[tuple[str, str]] = ()) -> Gazetteer:
    """Return the gazetteer of places, and of pairs of a former name and the code of the place it is now."""
    by_code = {place.code: place for place in places}
    pairs = [(place.name, place.code) for place in by_code.values()]
    pairs += [(name, code) for name, code in former_names if code in by_code]
    names: dict[str, dict[str, PlaceName]] = defaultdict(dict)
    for name, code in pairs:
        names[name][code] = PlaceName(code, is_full=True)
        names[shorten_name(name)].setdefault(code, PlaceName(code, is_full=False))
    frozen = {name: _most_general(tuple(given.values()), by_code) for name, given in names.items()}
    return Gazetteer(by_code, frozen, {name[:BEGINNING]: len(name) for name in sorted(frozen, key=len)})


def _most_general(names: tuple[PlaceName, ...], places: Mapping[str, Place]) -> tuple[PlaceName, ...]:
    """Leave the names that may be meant: 吉林 alone is the province, 抚顺 the city and not its county."""
    provinces = tuple(name for name in names if places[name.code].level is PlaceLevel.PROVINCE)
    if provinces:
        return provinces
    codes = {name.code for name in names}
    return tuple(name for name in names if places[name.code].parent not in codes)
