"""Segmentation: the words of paragraphs -> how much two groups of them have to do with each other."""

import re
from collections.abc import Iterable

from archive.segmentation.lexicon import Lexicon
from archive.segmentation.paragraph import Paragraph

_HAN = re.compile(r"[\u3400-\u9fff]+")
_COMMON, _RARE = -8.0, -15.0  # logarithms of a word's share: one counts nothing, the other counts one


def gather_words(lines: Iterable[Paragraph], lexicon: Lexicon) -> dict[str, float]:
    """Return the words of lines, each with what it says about their subject: the rare ones most."""
    words = {word for line in lines for run in _HAN.findall(line.text) for word in lexicon.cut(run) if len(word) > 1}
    return {word: weight for word in words if (weight := _weigh(word, lexicon)) > 0}


def _weigh(word: str, lexicon: Lexicon) -> float:
    """Return a weight between 0 and 1."""
    known = lexicon.words.get(word)
    return min(1.0, (_COMMON - known.share) / (_COMMON - _RARE)) if known else 1.0


def overlap(some: dict[str, float], others: dict[str, float]) -> float:
    """Return which part of the smaller group's words the other one has too."""
    shared = sum(weight for word, weight in some.items() if word in others)
    return shared / max(1.0, min(sum(some.values()), sum(others.values())))
