"""A stretch of a query -> the long names it may stand for: two of its characters are others, neither sounds right."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from django.db.models import Max
from rapidfuzz import process
from rapidfuzz.distance import Hamming

from search.models import SoundKey
from search.spelling.words import NAME

SHORTEST = 5
_WRONG = 2
# Whoever types 两平台三机制 means no other number.
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两半")


def find_long_names(typed: str, alone: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield long names and where they begin in typed characters; the wrong ones are among those that stand `alone`.

    A character in a word was meant.
    """
    wrong = {place for place in alone if typed[place] not in _NUMERALS}
    if len(wrong) < _WRONG or len(typed) < SHORTEST:
        return
    for length, names in _read_long_names(SoundKey.objects.aggregate(newest=Max("pk"))["newest"]).items():
        for start in range(len(typed) - length + 1):
            if len(wrong & set(range(start, start + length))) >= _WRONG:
                part = typed[start : start + length]
                alike = process.extract(part, names, scorer=Hamming.distance, score_cutoff=_WRONG, limit=None)
                yield from ((start, name) for name, *_ in alike if _is_meant(part, name, {p - start for p in wrong}))


def _is_meant(typed: str, name: str, wrong: Collection[int]) -> bool:
    """Return whether two characters of a name are wrong. Both at one end are another word: 住进公租房, 职工公租房."""
    places = [place for place, (one, other) in enumerate(zip(typed, name, strict=True)) if one != other]
    ends = ([0, 1], [len(name) - 2, len(name) - 1])
    return len(places) == _WRONG and places not in ends and all(place in wrong for place in places)


@lru_cache(maxsize=1)
def _read_long_names(_newest: int | None) -> Mapping[int, list[str]]:
    """Return the long names of the vocabulary by their length; they are read anew when a word has come in."""
    names: Mapping[int, list[str]] = defaultdict(list)
    for name in SoundKey.objects.filter(weight__gte=NAME).order_by().values_list("word", flat=True).distinct():
        if len(name) >= SHORTEST:
            names[len(name)].append(name)
    return names
