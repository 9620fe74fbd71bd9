"""The names of all regions and what each lies in, kept in memory: every results page needs them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from archive.models import City, Province

_SECONDS = 60  # a new name is seen after this time at the latest, in the process that saved it at once


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `above` are the codes of what it lies in, the province first.

    `line` is its name with theirs, as lists give it: 四川泸州市江阳区.
    """

    code: str
    name: str
    above: tuple[str, ...]
    line: str


def read_regions() -> Mapping[str, Region]:
    """Return all regions by code."""
    return _read_regions(int(time.monotonic() // _SECONDS))


def read_region(code: str) -> Region:
    """Return one region; one that another process saved a moment ago too."""
    if code not in read_regions():
        forget_regions()
    return read_regions()[code]


def forget_regions(**_: object) -> None:
    """Read the regions anew the next time."""
    _read_regions.cache_clear()


@lru_cache(maxsize=1)
def _read_regions(_minute: int) -> Mapping[str, Region]:
    provinces = Province.objects.values_list("pk", "name", "short_name")
    regions = {code: Region(code, name, (), short_name) for code, name, short_name in provinces}
    cities = City.objects.values_list("pk", "name", "province_id", "parent_id", "parent__name")
    for code, name, province, parent, parent_name in cities:
        line = f"{regions[province].line}{parent_name or ''}{name}"
        regions[code] = Region(code, name, (province, parent) if parent else (province,), line)
    return regions
