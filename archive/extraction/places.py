"""Extraction: the parts of an article -> the place that it is about, with the words it rests on."""

import re
from collections import Counter
from dataclasses import dataclass

from archive.extraction.gazetteer import Gazetteer, PlaceLevel
from archive.extraction.mentions import Mention, find_mentions

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?")
_LEAD_LENGTH = 200
_FAR = 20_000
_SHORT = 1500
_IN_HEADING = 6
_IN_LEAD = 5
_ENOUGH = 5
_SHARE_OF_BODY = 0.6
_LEAST_IN_BODY = 3


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """The place that an article is about; `evidence` is as printed."""

    code: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A mention, and how much it says about where the article plays."""

    mention: Mention
    weight: int


def find_place(headings: tuple[str, ...], body: tuple[str, ...], gazetteer: Gazetteer) -> FoundPlace | None:
    """Return the main place of an article, from its headings and paragraphs in order.

    Headings and the lead count most; the body alone only where one place clearly leads, or a short text names no other.
    """
    if headings and (place := read_place_label(headings[-1], gazetteer)):
        return FoundPlace(place, headings[-1].strip())
    text = "\n".join((*headings, *body))[:_FAR]
    lead_start = sum(len(heading) + 1 for heading in headings)
    lead_end = lead_start + min(len(body[0]), _LEAD_LENGTH) if body else lead_start
    weighed = [
        _Weighed(mention, _weigh(mention, lead_start, lead_end, gazetteer))
        for mention in find_mentions(text, gazetteer)
    ]
    points: Counter[str] = Counter()
    for one in weighed:
        points[one.mention.code] += one.weight
    if not points:
        return None
    strong = {one.mention.code for one in weighed if one.weight >= _ENOUGH}
    code = _leading(Counter({place: points[place] for place in points if place in strong}) or points, gazetteer)
    is_only = len(text) <= _SHORT and _is_only(code, points, gazetteer)
    if not (strong or is_only or _leads_body(code, points)):
        return None
    return _evidence_of(_narrow(code, weighed, gazetteer), weighed)


def first_sentence(paragraph: str) -> str:
    """Return a paragraph up to its first full stop."""
    found = _SENTENCE.match(paragraph)
    return found[0] if found else paragraph


def read_place_label(heading: str, gazetteer: Gazetteer) -> str:
    """Return the code of the place that a heading consists of, as over a brief; empty where it is more.

    A city goes before districts of its name.
    """
    codes = [name.code for name in gazetteer.names.get(heading.strip(), ())]
    if len(codes) > 1:
        codes = [code for code in codes if gazetteer.places[code].level is PlaceLevel.CITY]
    return codes[0] if len(codes) == 1 else ""


def _weigh(mention: Mention, lead_start: int, lead_end: int, gazetteer: Gazetteer) -> int:
    """Return the points of a mention by where it stands. A province counts as a subject only with its union."""
    is_province = gazetteer.places[mention.code].level is PlaceLevel.PROVINCE
    is_subject = mention.is_of_union or not is_province or mention.words.endswith("市")
    if mention.start < lead_start:
        return _IN_HEADING if is_subject else _IN_HEADING - 2
    if mention.start < lead_end:
        is_clear = mention.is_set_off or not mention.is_plain
        return _IN_LEAD if is_subject and is_clear else 3 if is_subject else 1
    return 2 if mention.is_of_union else 1


def _leading(points: Counter[str], gazetteer: Gazetteer) -> str:
    """Return the place with the most points; of two equal ones the smaller place, then the first named."""
    return max(points, key=lambda code: (points[code], gazetteer.places[code].level is not PlaceLevel.PROVINCE))


def _is_only(code: str, points: Counter[str], gazetteer: Gazetteer) -> bool:
    """Whether no other place is named, and this is no province as a whole."""
    is_province = gazetteer.places[code].level is PlaceLevel.PROVINCE
    return not is_province and all(gazetteer.are_related(code, other) for other in points)


def _leads_body(code: str, points: Counter[str]) -> bool:
    """Whether one place clearly leads where neither headings nor lead name one."""
    return points[code] >= _LEAST_IN_BODY and points[code] >= _SHARE_OF_BODY * points.total()


def _narrow(code: str, weighed: list[_Weighed], gazetteer: Gazetteer) -> str:
    """Return the district that the lead or a heading names inside the city, as in 昆明市呈贡区.

    Not where a heading names the city, and not one firm in it: then the city is the subject.
    """
    own = [one for one in weighed if one.mention.code == code and one.weight >= _IN_HEADING]
    if any(not one.mention.is_of_one for one in own):
        return code
    for one in weighed:
        inner = one.mention.code
        if one.weight >= _IN_LEAD - 2 and one.mention.is_chain and gazetteer.places[inner].parent == code:
            return inner
    return code


def _evidence_of(code: str, weighed: list[_Weighed]) -> FoundPlace:
    """Return the place with its heaviest mention."""
    best = max((one for one in weighed if one.mention.code == code), key=lambda one: one.weight)
    return FoundPlace(code, best.mention.words)
