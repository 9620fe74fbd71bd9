"""Letters of a query -> the words that they spell in pinyin, one slip of a finger forgiven."""

import string
from collections.abc import Iterable, Iterator

from search.models import SoundKey
from search.spelling.mixed import read_mixed, stands_for
from search.spelling.replacements import Replacement, value_of
from search.spelling.sounds import SLIP, reading_key

_SHORTEST_WORD, _LONGEST_WORD = 3, 40
_LONGEST_SLIP = 24
_FOR_A_WORD = 2.0
_CHOICES = 2

# Spelt letters -> the words they spell with their weights, the weightiest first.
Spelt = dict[str, list[tuple[str, int]]]


def spell(letters: str) -> list[str]:
    """Return the words that letters spell as a whole, those that the archive says most first."""
    return [word for word, _weight in _look_up([letters]).get(letters, [])[:_CHOICES]]


def replace_letters(letters: str, start: int, end: int) -> list[Replacement]:
    """Return what letters from `start` to `end` of a query spell: words in a row, else one word nearly spelt."""
    if not _SHORTEST_WORD < len(letters) <= _LONGEST_WORD:
        return []
    spelt = _look_up(_parts(letters))
    if row := _spell(letters, spelt):
        words = [spelt[part][0] for part in row]
        value = sum(value_of(*word) for word in words)
        first = Replacement(start, end, "".join(word for word, _weight in words), _FOR_A_WORD * len(words) - value)
        return [first, *(_whole(word, start, end, _FOR_A_WORD) for word in spelt.get(letters, [])[1:_CHOICES])]
    if len(letters) > _LONGEST_SLIP:
        return []
    nearly = _look_up(_slips(letters))
    return [_whole(word, start, end, _FOR_A_WORD + SLIP) for words in nearly.values() for word in words[:_CHOICES]]


def replace_mixed(typed: str, start: int, end: int) -> list[Replacement]:
    """Return what characters and letters in one piece stand for: words in a row or one word with those characters."""
    meant = stands_for(typed)
    return [each for each in replace_letters(read_mixed(typed), start, end) if meant.fullmatch(each.word)]


def _whole(word: tuple[str, int], start: int, end: int, cost: float) -> Replacement:
    return Replacement(start, end, word[0], cost - value_of(*word))


def _look_up(parts: Iterable[str]) -> Spelt:
    keys = {reading_key(part): part for part in parts}
    spelt: Spelt = {}
    for key, word, weight in (
        SoundKey.objects.filter(key__in=list(keys)).order_by("-weight", "word").values_list("key", "word", "weight")
    ):
        spelt.setdefault(keys[key], []).append((word, weight))
    return spelt


def _parts(letters: str) -> Iterator[str]:
    for start in range(len(letters)):
        for end in range(start + _SHORTEST_WORD, len(letters) + 1):
            yield letters[start:end]


def _spell(letters: str, spelt: Spelt) -> list[str]:
    """Return the fewest parts that make up the letters, of equally many the weightiest; none where none do."""
    best: list[tuple[int, float, list[str]] | None] = [(0, 0.0, [])]
    for end in range(1, len(letters) + 1):
        rows = [
            (before[0] + 1, before[1] - value_of(*spelt[part][0]), [*before[2], part])
            for start in range(end)
            if (before := best[start]) and (part := letters[start:end]) in spelt
        ]
        best.append(min(rows, default=None))
    whole = best[-1]
    return whole[2] if whole else []


def _slips(letters: str) -> set[str]:
    """Return what may have been meant by letters with one too many, too few, wrong, or two in the wrong order."""
    slips: set[str] = set()
    for place in range(len(letters) + 1):
        before, after = letters[:place], letters[place:]
        slips.update(before + letter + after for letter in string.ascii_lowercase)
        if after:
            slips.add(before + after[1:])
            slips.update(before + letter + after[1:] for letter in string.ascii_lowercase)
        if len(after) > 1:
            slips.add(before + after[1] + after[0] + after[2:])
    return slips - {letters}
