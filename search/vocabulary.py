"""Names that a query mentions -> the codes and addresses that the index knows."""

from django.db.models import Q

from archive.models import City, DictionaryWord, FormerName, Initiative, InitiativeAlias, Newspaper, Province

_SUFFIXES = ("市", "区", "县", "省", "盟", "旗", "州", "地区", "自治区", "自治州", "自治县", "特别行政区")


def resolve_region(name: str) -> tuple[str, ...]:
    """Return the codes of all regions of that name: whole, short, or former.

    泸州 is 泸州市; 朝阳 is every district and city of that name; 呈贡县 is today's 呈贡区; a code is itself.
    """
    names = [name, *(f"{name}{suffix}" for suffix in _SUFFIXES)]
    provinces = Province.objects.filter(Q(name__in=names) | Q(short_name=name) | Q(pk=name))
    cities = City.objects.filter(Q(name__in=names) | Q(pk=name))
    former = FormerName.objects.filter(name__in=names, city__isnull=False)
    codes = [
        *provinces.values_list("pk", flat=True),
        *cities.values_list("pk", flat=True),
        *former.values_list("city_id", flat=True),
    ]
    return tuple(dict.fromkeys(code for code in codes if code))


def resolve_initiative(name: str) -> tuple[str, ...]:
    """Return the addresses of the programmes of that name, alias or address."""
    found = Initiative.objects.filter(Q(name=name) | Q(aliases__name=name) | Q(slug=name))
    return tuple(found.distinct().values_list("slug", flat=True))


def names_for_dictionary() -> list[str]:
    """Return all that jieba should keep whole: programmes, their aliases, regions, newspapers, editors' words."""
    models = (Initiative, InitiativeAlias, Province, City, FormerName, Newspaper)
    names = [name for model in models for name in model.objects.values_list("name", flat=True)]
    return [*names, *DictionaryWord.objects.values_list("word", flat=True)]
