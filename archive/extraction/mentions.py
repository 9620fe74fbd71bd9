"""Extraction: a text -> the places it names, each with the words that name it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.extraction.gazetteer import BEGINNING, Gazetteer, PlaceLevel, PlaceName

# City names that are also ordinary words: they count only with more than the bare name.
ORDINARY_CITY = re.compile(
    "安康|白银|大同|日照|三明|来宾|中山|中卫|吴忠|大庆|长治|阿里|保定|海西|海东|海北|黄山|平凉|和田|永州"
)
_UNION = re.compile(r"(?:市|县|区|省|州)?(?:的工会|总工会|各级工会|工会|总(?![额数量体计共经统])|委(?!员|托|派))")
# What is named after a place, and may lie elsewhere; 泸县镇级 is no 镇.
_NAMESAKE = re.compile(r"(?:大学|学院|日报|晚报|晨报|时报|路|街|站|(?<![市县区旗])[镇乡村](?![镇乡村级江]))")
# Full names that are ordinary words as well.
_ORDINARY_NAME = re.compile("[老新]城区|城[中东西南北]区|市中区|[郊矿]区")
# After a short name these show that a place is meant: 涪陵一企业, 临汾这家钢铁企业, 大同的一家水泥厂; or 铜川：.
_ONE_OF_IT = re.compile(
    r"的?一[家座个处名条支]|一.{0,4}?(?:企业|公司|工厂|厂|车间|社区|学校|医院|园区?|工会)|某|这[家座个]|有[个家座]"
)
_COLONS = ("：", ":")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as the text names it: `words` is the whole chain, as 四川泸州市, and `code` its last link.

    `is_of_one`: a firm or the like there is told of, 涪陵一企业. `is_titled`: a colon follows, 铜川：.
    """

    start: int
    end: int
    code: str
    words: str
    is_chain: bool
    is_of_union: bool
    is_of_one: bool
    is_titled: bool

    @property
    def is_plain(self) -> bool:
        """Whether the name stands alone: no larger place before it, no union after it."""
        return not (self.is_chain or self.is_of_union)

    @property
    def is_set_off(self) -> bool:
        """Whether the words after the name show that a place is meant."""
        return self.is_of_one or self.is_titled


@dataclass(frozen=True, slots=True)
class _Printed:
    """A name as printed, with all that it may stand for."""

    start: int
    end: int
    words: str
    names: tuple[PlaceName, ...]


def find_mentions(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the places that a text names, in order. A name of several places is settled by a larger one
    in the same text, in which exactly one of them lies; otherwise it is left out.
    """
    chains = list(_chains(text, gazetteer))
    context = {codes[0] for _, codes in chains if len(codes) == 1}
    found = []
    for links, codes in chains:
        last = links[-1]
        is_of_one, is_titled = bool(_ONE_OF_IT.match(text, last.end)), text[last.end : last.end + 1] in _COLONS
        if code := _settle(codes, context, gazetteer, is_of_one or is_titled):
            words = text[links[0].start : last.end]
            is_of_union = bool(_UNION.match(text, last.end))
            mention = Mention(links[0].start, last.end, code, words, len(links) > 1, is_of_union, is_of_one, is_titled)
            if (_is_meant(mention, last, gazetteer) or mention.is_set_off) and not _NAMESAKE.match(text, last.end):
                found.append(mention)
    return tuple(found)


def _settle(codes: tuple[str, ...], context: set[str], gazetteer: Gazetteer, is_set_off: bool) -> str:
    """Return the one place that a name stands for here, or an empty string.

    Set off, 大同 is the city and not the district of another one; 朝阳 may still be the one of the capital.
    """
    if len(codes) > 1:
        within = tuple(code for code in codes if any(gazetteer.lies_in(code, above) for above in context))
        cities = tuple(code for code in codes if gazetteer.places[code].level is PlaceLevel.CITY)
        is_city = is_set_off and not within and not any(_lies_in_no_city(code, gazetteer) for code in codes)
        codes = cities if is_city else within
    return codes[0] if len(codes) == 1 else ""


def _lies_in_no_city(code: str, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in its province alone: a district of Beijing, a county that its province runs."""
    place = gazetteer.places[code]
    above = gazetteer.places.get(place.parent)
    return place.level is PlaceLevel.DISTRICT and above is not None and above.level is PlaceLevel.PROVINCE


def _is_meant(mention: Mention, last: _Printed, gazetteer: Gazetteer) -> bool:
    """Whether the words are a place's name here: a district's short name, or a word, must not stand alone."""
    if not mention.is_plain:
        return True
    if any(name.is_full and name.code == mention.code for name in last.names) and len(last.words) > 2:
        return not _ORDINARY_NAME.fullmatch(last.words)
    level = gazetteer.places[mention.code].level
    return level is not PlaceLevel.DISTRICT and not ORDINARY_CITY.fullmatch(last.words)


def _chains(text: str, gazetteer: Gazetteer) -> Iterator[tuple[list[_Printed], tuple[str, ...]]]:
    """Return the runs of adjoining names, each in the one before, with the codes the last may stand for."""
    links: list[_Printed] = []
    codes: tuple[str, ...] = ()
    for printed in _printed_names(text, gazetteer):
        inner = tuple(
            name.code
            for name in printed.names
            if links and links[-1].end == printed.start
            if any(name.code != above and gazetteer.lies_in(name.code, above) for above in codes)
        )
        if inner:
            links, codes = [*links, printed], inner
            continue
        if links:
            yield links, codes
        links, codes = [printed], tuple(name.code for name in printed.names)
    if links:
        yield links, codes


def _printed_names(text: str, gazetteer: Gazetteer) -> Iterator[_Printed]:
    """Return the names in a text, the longest at each place; at most places none begins."""
    start = 0
    while start < len(text):
        longest = gazetteer.longest.get(text[start : start + BEGINNING], 0)
        for end in range(min(len(text), start + longest), start + BEGINNING - 1, -1):
            words = text[start:end]
            if names := gazetteer.names.get(words):
                yield _Printed(start, end, words, names)
                start = end
                break
        else:
            start += 1
