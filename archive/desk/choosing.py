"""The desk: names as an editor types them -> the places, programmes and people that they name, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from archive.desk.vocabulary import Vocabulary
from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import Person, read_byline, read_people
from archive.extraction.programmes import fold
from archive.models import City, FormerName, Initiative, Province

_SEPARATORS = re.compile(r"[、，,；;\n]+")
_LABEL = re.compile(r"(?P<name>[^（()）]+)[（(](?P<above>[^（()）]+)[)）]")
_LONGEST_NAME = 50
_MOST_CANDIDATES = 6
_MOST_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class Chosen:
    """What typed names stand for, by key, and a sentence for each name that stands for nothing or for too much."""

    keys: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def choose_places(text: str, gazetteer: Gazetteer) -> Chosen:
    """Return the codes of the places that a list of names gives: 泸州、四川泸县、呈贡区（云南省昆明市）、510500."""
    keys: list[str] = []
    problems: list[str] = []
    for name in _split(text):
        codes = find_codes(name, gazetteer)
        if len(codes) == 1:
            keys.append(codes[0])
        elif codes:
            labels = label_places(codes[:_MOST_CANDIDATES]).values()
            message = _("“%(name)s”有几处：%(places)s。请连同省、市一起写。")
            problems.append(message % {"name": name, "places": "、".join(labels)})
        else:
            problems.append(_("没有叫“%(name)s”的地区。") % {"name": name})
    return Chosen(tuple(dict.fromkeys(keys)), tuple(problems))


def find_codes(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the codes that a name may stand for: one, several, or none."""
    if name in gazetteer.places:
        return (name,)
    if label := _LABEL.fullmatch(name):
        name = label["above"] + label["name"]
    if names := gazetteer.names.get(name):
        return tuple(one.code for one in names)
    return tuple(mention.code for mention in find_mentions(name, gazetteer) if mention.words == name)


def choose_programmes(text: str, vocabulary: Vocabulary) -> Chosen:
    """Return the keys of the programmes that a list of names or other names gives."""
    known = {fold(name).text: programme.key for programme in vocabulary.programmes for name in programme.names}
    found = {name: known.get(fold(name).text) for name in _split(text)}
    return Chosen(
        tuple(dict.fromkeys(str(key) for key in found.values() if key is not None)),
        tuple(_("没有叫“%(name)s”的项目。") % {"name": name} for name, key in found.items() if key is None),
    )


def choose_people(text: str) -> tuple[Person, ...]:
    """Return the people that a byline or a list of names gives, as printed: 本报记者 王小明 通讯员 李强."""
    if people := read_people(text) or read_byline(text):
        return tuple(Person(person.name[:_LONGEST_NAME], person.role[:_LONGEST_NAME]) for person in people)
    return tuple(Person(name[:_LONGEST_NAME]) for name in _split(text))


def label_places(codes: Iterable[str]) -> dict[str, str]:
    """Return what an editor reads for each code that there is: 呈贡区（云南省昆明市）, 云南省."""
    wanted = list(codes)
    labels = dict(Province.objects.filter(code__in=wanted).values_list("code", "name"))
    for city in City.objects.filter(code__in=wanted).select_related("province", "parent"):
        labels[city.code] = f"{city.name}（{city.province}{city.parent or ''}）"
    return {code: labels[code] for code in wanted if code in labels}


def suggest_places(text: str) -> list[str]:
    """Return the labels of a few places whose name, now or formerly, begins with a text."""
    cities = City.objects.filter(name__startswith=text).values_list("code", flat=True)
    former = FormerName.objects.filter(name__startswith=text).exclude(city=None).values_list("city", flat=True)
    provinces = Province.objects.filter(name__startswith=text).values_list("code", flat=True)
    codes = (*provinces, *cities.order_by("level", "code")[:_MOST_SUGGESTED], *former[:_MOST_SUGGESTED])
    return list(label_places(dict.fromkeys(str(code) for code in codes)).values())[:_MOST_SUGGESTED]


def suggest_programmes(text: str) -> list[str]:
    """Return the names of a few programmes of which a name holds a text."""
    found = Initiative.objects.filter(Q(name__contains=text) | Q(aliases__name__contains=text)).distinct()
    return list(found.order_by("name").values_list("name", flat=True)[:_MOST_SUGGESTED])


def _split(text: str) -> list[str]:
    return [name for part in _SEPARATORS.split(text) if (name := part.strip())]
