"""Former names and today's regions -> the region that a former name belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from archive.loading.tables import FormerNameRow, RegionRow

_KIND = re.compile(r"(?:地区|自治州|自治县|自治旗|盟|市|区|县|旗)$")


def name_stem(name: str) -> str:
    """Return a region's name without its kind, or whole where only one character would remain.

    >>> name_stem("呈贡县"), name_stem("郊区")
    ('呈贡', '郊区')
    """
    stem = _KIND.sub("", name)
    return stem if len(stem) > 1 else name


def link_former_names(
    formers: Iterable[FormerNameRow], regions: Iterable[RegionRow]
) -> dict[FormerNameRow, str | None]:
    """Return for each former name the code of today's city, None where only its province is sure.

    The rules in their order, each with a name that needs it:

    - the same name in the same parent: code 469025 was 定安县, is 白沙黎族自治县, and 定安县 is 469021
    - the same code: 420600 襄樊市 is 襄阳市; 360402 庐山区 is 濂溪区, and 庐山市 another place
    - the same stem in the same parent: 530121 呈贡县 is 530114 呈贡区
    - a county or city of that stem in the province: 寿县 went from 六安市 to 淮南市. Districts are left out,
      for several cities have a 市中区
    - the city that it lay in
    """
    cities = {region.code: region for region in regions if region.level != "province"}
    by_stem: dict[str, list[RegionRow]] = defaultdict(list)
    for city in cities.values():
        by_stem[name_stem(city.name)].append(city)
    links: dict[FormerNameRow, str | None] = {}
    successors: dict[str, str] = {}
    for former in sorted(formers, key=lambda row: not row.code.endswith("00")):
        code = _find_city(former, cities, by_stem[name_stem(former.name)], successors)
        links[former] = code
        if code and former.code.endswith("00"):
            successors[former.code] = code
    return links


def _find_city(
    former: FormerNameRow,
    cities: Mapping[str, RegionRow],
    namesakes: Sequence[RegionRow],
    successors: Mapping[str, str],
) -> str | None:
    above = _code_above(former.code, cities, successors)
    siblings = [city for city in namesakes if city.parent == above]
    return (
        _only_code(city for city in siblings if city.name == former.name)
        or (former.code if former.code in cities else None)
        or _only_code(siblings)
        or _find_moved(former, namesakes)
        or (above if above in cities else None)
    )


def _find_moved(former: FormerNameRow, namesakes: Iterable[RegionRow]) -> str | None:
    if former.code.endswith("00") or not former.name.endswith(("县", "市")):
        return None
    return _only_code(city for city in namesakes if city.code[:2] == former.code[:2])


def _only_code(cities: Iterable[RegionRow]) -> str | None:
    """Return the code of the one city there is; of none and of several, None."""
    codes = [city.code for city in cities]
    return codes[0] if len(codes) == 1 else None


def _code_above(code: str, cities: Mapping[str, RegionRow], successors: Mapping[str, str]) -> str:
    """Return the code of the city of today, else of the province, that a code lies in."""
    province, city = f"{code[:2]}0000", f"{code[:4]}00"
    if code == city:
        return province
    return city if city in cities else successors.get(city, province)
