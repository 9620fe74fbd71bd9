"""Pieces of a query -> the words that may have been meant instead, each with how far-fetched it is."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, product

from archive.common_words import cut
from search.models import SoundKey
from search.readings import Syllables, read_character, read_name
from search.spelling.long_names import SHORTEST, find_long_names
from search.spelling.look_alikes import look_alike
from search.spelling.sounds import NEAR, SLIP, UNLIKE, sound_keys, unlikeness
from search.spelling.words import LONGEST_WORD, NAME

_FOR_A_CHARACTER = 0.5
_FOR_TEN_TIMES = 0.2
_LOOKS_ALIKE = NEAR
_SHORTEST = 2


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
        window = _Window(start, typed[start : start + len(name)], True)
        believed.append((window, name, NAME, sum(_costs(window.typed, name))))
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
        for end in range(start + _SHORTEST, len(typed) + 1):
            is_odd = not odd.isdisjoint(range(start, end))
            window = _Window(start, typed[start:end], is_odd, not {start, end} <= ends)
            ways = _ways(window.typed, syllables[start:end])
            for key in dict.fromkeys(key for way in ways for key in sound_keys(way)):
                yield window, key


def _ways(typed: str, usual: Syllables) -> Iterable[Syllables]:
    """Return how characters may be read: one that stands alone beside a wrong one in all ways (重床, 重庆)."""
    return [usual, *product(*map(read_character, typed))] if len(typed) == _SHORTEST else [usual]


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
    character that neither sounds nor looks like the right one is believed within a long name. There another may be
    wrong beside it, as long as that one sounds right; else see long_names.py.
    """
    typed = window.typed
    is_long_name = weight >= NAME and len(word) >= SHORTEST
    if word == typed or len(word) != len(typed) or not _may_be_wrong(window, weight >= NAME):
        return None
    costs = _costs(typed, word)
    if is_long_name and len(costs) <= 2:
        return sum(costs)
    most = NEAR if len(costs) > 1 or len(word) == _SHORTEST else SLIP
    return sum(costs) if max(costs) <= most else None


def _may_be_wrong(window: _Window, is_name: bool) -> bool:
    if len(window.typed) == _SHORTEST or not is_name:
        return window.is_odd and not window.is_torn
    return True


def _costs(typed: str, word: str) -> list[float]:
    """Return what each wrong character costs, by how it sounds in the word or by how it looks."""
    return [
        min(unlikeness(one, syllable), _LOOKS_ALIKE if look_alike(one, other) else UNLIKE)
        for one, other, syllable in zip(typed, word, read_name(word), strict=True)
        if one != other
    ]
