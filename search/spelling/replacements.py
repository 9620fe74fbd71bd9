"""Pieces of a query -> the words that may have been meant instead, each with how far-fetched it is."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from archive.common_words import cut
from search.models import SoundKey
from search.readings import read_name
from search.spelling.long_names import SHORTEST, find_long_names
from search.spelling.sounds import SLIP, UNLIKE, sound_keys, unlikeness
from search.spelling.words import LONGEST_WORD, NAME

_FOR_A_CHARACTER = 0.5
_FOR_TEN_TIMES = 0.2


@dataclass(frozen=True, slots=True)
class Replacement:
    """A word for a stretch of a query; the smaller the cost, the likelier it was meant."""

    start: int
    end: int
    word: str
    cost: float

    def overlaps(self, other: "Replacement") -> bool:
        """Whether both cannot be made at once."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of typed characters.

    `is_odd`: something in it is no word by itself; `is_torn`: half of another word is in it.
    """

    start: int
    typed: str
    is_odd: bool
    is_torn: bool = False

    def breaks(self, name: "_Window") -> bool:
        """Whether another word here would change a name that was typed as it is; a longer one may hold it."""
        end, end_of_name = self.start + len(self.typed), name.start + len(name.typed)
        is_within = self.start <= name.start and end_of_name <= end and len(self.typed) > len(name.typed)
        return self.start < end_of_name and name.start < end and not is_within


def replace_characters(typed: str, offset: int) -> list[Replacement]:
    """Return words for stretches of typed characters, folded ones; `offset` is where they begin in the query."""
    if len(typed) > LONGEST_WORD:
        return []
    pieces = cut(typed)
    odd = frozenset(_odd_places(pieces))
    windows: dict[str, list[_Window]] = defaultdict(list)
    for window, key in _windows(typed, odd, set(accumulate(map(len, pieces), initial=0))):
        windows[key].append(window)
    rows = list(SoundKey.objects.filter(key__in=list(windows)).values_list("key", "word", "weight"))
    known = {w for key, word, weight in rows if weight >= NAME for w in windows[key] if w.typed == word}
    believed = [
        (window, word, weight, cost)
        for key, word, weight in rows
        for window in windows[key]
        if (cost := _judge(window, word, weight)) is not None
    ]
    for start, name in find_long_names(typed, odd):
        believed.append((_Window(start, typed[start : start + len(name)], True), name, NAME, UNLIKE))
    found: dict[tuple[int, str], Replacement] = {}
    for window, word, weight, cost in believed:
        if not any(window.breaks(name) for name in known):
            start = offset + window.start
            found[start, word] = Replacement(start, start + len(word), word, cost - value_of(word, weight))
    return list(found.values())


def value_of(word: str, weight: int) -> float:
    """Return what speaks for a word: its length, and how often it is said."""
    return _FOR_A_CHARACTER * len(word) + _FOR_TEN_TIMES * math.log10(1 + weight)


def _windows(typed: str, odd: frozenset[int], ends: set[int]) -> Iterator[tuple[_Window, str]]:
    """Yield the stretches of two characters and more, with each key of theirs."""
    syllables = read_name(typed)
    if len(syllables) != len(typed):
        return
    for start in range(len(typed)):
        for end in range(start + 2, len(typed) + 1):
            is_odd = not odd.isdisjoint(range(start, end))
            window = _Window(start, typed[start:end], is_odd, not {start, end} <= ends)
            for key in dict.fromkeys(sound_keys(syllables[start:end])):
                yield window, key


def _odd_places(pieces: Iterable[str]) -> Iterator[int]:
    """Yield the places of characters that the cutter left alone."""
    place = 0
    for piece in pieces:
        if len(piece) == 1:
            yield place
        place += len(piece)


def _judge(window: _Window, word: str, weight: int) -> float | None:
    """Return what it costs to have typed a word so; None where it is not to be believed.

    Words that stand in any dictionary were meant, unless they are part of a longer name; half of one makes no other. A
    character that does not sound like the right one may look like it: within a name, or among three that are right. In
    a long name another may be wrong beside it, as long as that one sounds right; else see long_names.py.
    """
    typed = window.typed
    is_name = weight >= NAME
    if word == typed or len(word) != len(typed):
        return None
    if not window.is_odd and not (is_name and len(word) > 2):
        return None
    if window.is_torn and not is_name:
        return None
    costs = [unlikeness(one, other) for one, other in zip(typed, word, strict=True) if one != other]
    if is_name and len(word) >= SHORTEST and len(costs) == 2:
        return sum(costs)
    if max(costs) == UNLIKE and not (len(costs) == 1 and len(word) > (2 if is_name else 3)):
        return None
    return None if len(costs) > 1 and max(costs) >= SLIP else sum(costs)
