"""The names of all regions and what each lies in, kept in memory: every results page needs them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from archive.models import City, Province

_SECONDS = 60  # a new name is seen after this time at the latest, in the process that saved it at once


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `above` are the codes of what it lies in, the province first."""

    code: str
    name: str
    above: tuple[str, ...]


def read_regions() -> Mapping[str, Region]:
    """Return all regions by code."""
    return _read_regions(int(time.monotonic() // _SECONDS))


def forget_regions(**_: object) -> None:
    """Read the regions anew the next time."""
    _read_regions.cache_clear()


@lru_cache(maxsize=1)
def _read_regions(_minute: int) -> Mapping[str, Region]:
    regions = {code: Region(code, name, ()) for code, name in Province.objects.values_list("pk", "name")}
    for code, name, province, parent in City.objects.values_list("pk", "name", "province_id", "parent_id"):
        regions[code] = Region(code, name, (province, parent) if parent else (province,))
    return regions
