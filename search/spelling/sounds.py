"""Words and typed characters -> keys of how they sound, and how unlike two characters are."""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from search.readings import Syllables, read_character

# What a wrong character costs: the same sound, one that many do not tell apart, one letter off, any other. Whatever
# speaks for a word, one with an unlike character comes last.
SAME, NEAR, SLIP, UNLIKE = 1.0, 1.5, 2.0, 20.0

_ANY = "*"
_READ = "="
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@lru_cache(maxsize=2048)
def blur(syllable: str) -> str:
    """Return what is left of a syllable where zh and z, n and l, ang and an sound the same.

    >>> [blur(syllable) for syllable in ("zhang", "zan", "nan", "lang")]
    ['zan', 'zan', 'lan', 'lan']
    """
    for sharp, blunt in _ALIKE:
        syllable = syllable.replace(sharp, blunt)
    return f"l{syllable[1:]}" if syllable.startswith("n") else syllable


def sound_keys(syllables: Syllables) -> Iterator[str]:
    """Yield the blurred sounds with each syllable left open once, in their order: any one of them may be wrong.

    >>> list(sound_keys(("gong", "hui")))
    ['* hui', 'gon *']
    """
    blurred = [blur(syllable) for syllable in syllables]
    for place in range(len(blurred)):
        yield " ".join((*blurred[:place], _ANY, *blurred[place + 1 :]))


def reading_key(letters: str) -> str:
    """Return the key of a reading written in one piece.

    >>> reading_key("gonghui")
    '=gonghui'
    """
    return f"{_READ}{letters}"


def unlikeness(typed: str, meant: str) -> float:
    """Return what it costs to have typed a character, in its usual reading, for one that is read as `meant`."""
    return _syllable_cost(read_character(typed)[0], meant)


@lru_cache(maxsize=4096)
def _syllable_cost(one: str, other: str) -> float:
    if one == other:
        return SAME
    if blur(one) == blur(other):
        return NEAR
    return SLIP if OSA.distance(one, other) == 1 else UNLIKE
