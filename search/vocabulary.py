"""Names that a query mentions -> the codes and addresses that the index knows."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from archive.extraction.gazetteer import shorten_name
from archive.models import City, DictionaryWord, FormerName, Initiative, InitiativeAlias, Newspaper, Province
from search.name_groups import read_organisations
from search.other_names import fold_name, key_of
from search.regions import read_region, read_regions

_SUFFIXES = ("市", "区", "县", "省", "盟", "旗", "州", "地区", "自治区", "自治州", "自治县", "特别行政区")
_LONGEST_CHAIN = 30  # 新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县 has 25


def resolve_region(name: str) -> tuple[str, ...]:
    """Return the codes of all regions of that name: whole, short, or former, alone or after what they lie in.

    泸州 is 泸州市, and so is 四川泸州; 川 is 四川省; 朝阳 is every district and city of that name; 呈贡县 is
    today's 呈贡区; a code is itself.
    """
    folded = fold_name(name)
    return tuple(dict.fromkeys(_find_regions(folded) or _find_within(folded)))


def _find_regions(name: str) -> list[str]:
    names = [name, *(f"{name}{suffix}" for suffix in _SUFFIXES)]
    provinces = Province.objects.filter(Q(name__in=names) | Q(short_name=name) | Q(abbreviation=name) | Q(pk=name))
    cities = City.objects.filter(Q(name__in=names) | Q(pk=name))
    former = FormerName.objects.filter(name__in=names, city__isnull=False)
    codes = [
        *provinces.values_list("pk", flat=True),
        *cities.values_list("pk", flat=True),
        *former.values_list("city_id", flat=True),
    ]
    return [code for code in codes if code]


def _find_within(name: str) -> Iterator[str]:
    """Yield the regions of a name after the names of some that they lie in: 四川省泸州市江阳区."""
    above: dict[str, set[str]] = defaultdict(set)
    for region in read_regions().values() if len(name) <= _LONGEST_CHAIN else ():
        for begin in {region.name, shorten_name(region.name), region.line}:
            if name.startswith(begin) and (rest := name.removeprefix(begin).strip()):
                above[rest].add(region.code)
    for rest, codes in above.items():
        yield from (code for code in resolve_region(rest) if not codes.isdisjoint(read_region(code).above))


def resolve_initiative(name: str) -> tuple[str, ...]:
    """Return the addresses of the programmes of that name, alias or address."""
    found = Initiative.objects.filter(Q(name=name) | Q(aliases__name=name) | Q(slug=name))
    exact = found.distinct().values_list("slug", flat=True)
    return tuple(exact or dict.fromkeys(_find_programmes(key_of(fold_name(name)))))


def _find_programmes(key: str) -> Iterator[str]:
    for names in (
        Initiative.objects.values_list("slug", "name"),
        InitiativeAlias.objects.values_list("initiative__slug", "name"),
    ):
        yield from (slug for slug, name in names if key_of(fold_name(name)) == key)


def names_for_dictionary() -> list[str]:
    """Return all that jieba keeps whole: programmes and aliases, regions, newspapers, organisations, editors' words."""
    models = (Initiative, InitiativeAlias, Province, City, FormerName, Newspaper)
    names = [name for model in models for name in model.objects.values_list("name", flat=True)]
    names += [name for group in read_organisations() for name in group]
    return [*names, *DictionaryWord.objects.values_list("word", flat=True)]
