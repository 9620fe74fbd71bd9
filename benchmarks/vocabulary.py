"""Ranked words -> what articles are written with: the first are the most frequent, as in Zipf's law.

A quarter of the units are formulas, fixed runs of words, as newspaper prose is full of them: without them every
pair of neighbouring characters would be as good as random and the index larger than that of real text.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path

import jieba

UNION_TERMS = tuple(Path(__file__).with_name("union_terms.txt").read_text(encoding="utf-8").split())
FUNCTION_WORDS = tuple("的在和了等为对与到将从以并也还把被向由及就都不有是要能已各其该这")

_WORDS = 30_000
_FORMULAS = 10_000
_FORMULA_EVERY = 4
_FLATTENING = 2.7  # Mandelbrot's: the very first ranks are less frequent than 1/rank says
_PLAIN_TAGS = ("n", "v", "a", "vn", "d", "an", "l", "i", "t", "ad", "b")
_SEED = 20_130_923


def zipf_weights(count: int) -> list[float]:
    """Return the cumulative weights of ranks, for random.choices."""
    return list(accumulate(1 / (rank + _FLATTENING) for rank in range(1, count + 1)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their rank, and the units that text is drawn from: words and formulas by rank."""

    words: tuple[str, ...]
    units: tuple[str, ...]
    weights: Sequence[float]

    def draw(self, rng: random.Random, count: int) -> list[str]:
        """Draw units; one of low rank comes often."""
        return rng.choices(self.units, cum_weights=self.weights, k=count)


def _dictionary_words() -> Iterator[str]:
    """Yield the words of jieba's dictionary of two to four characters, the most frequent first."""
    with jieba.get_dict_file() as file:
        rows = [line.decode("utf-8").split() for line in file]
    plain = [
        (int(frequency), word)
        for word, frequency, tag in (row for row in rows if len(row) == 3)
        if tag in _PLAIN_TAGS and 2 <= len(word) <= 4 and not word.isascii()
    ]
    plain.sort(key=lambda pair: (-pair[0], pair[1]))
    return (word for _, word in plain)


def _make_formulas(words: Sequence[str], count: int) -> Iterator[str]:
    rng = random.Random(_SEED)
    weights = zipf_weights(len(words))
    for _ in range(count):
        yield "".join(rng.choices(words, cum_weights=weights, k=rng.randint(2, 4)))


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary; the same on every machine that has the pinned jieba."""
    known = dict.fromkeys((*FUNCTION_WORDS[:12], *UNION_TERMS, *FUNCTION_WORDS))
    known.update(dict.fromkeys(_dictionary_words()))
    words = tuple(islice(known, _WORDS))
    formulas = _make_formulas(words, _FORMULAS)
    units: list[str] = []
    for rank, word in enumerate(words, start=1):
        units.append(word)
        if rank % (_FORMULA_EVERY - 1) == 0:
            units.extend(islice(formulas, 1))
    return Vocabulary(words, tuple(units), zipf_weights(len(units)))
