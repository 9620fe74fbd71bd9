"""Segmentation: texts of the archive -> how likely one character follows two others."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

START = "\n"  # stands before the first character of a paragraph
_HELD_BACK = 0.4  # the weight of the shorter context grows as the longer one is rare
_ALPHABET = 6000  # characters that a print may hold


@dataclass(slots=True)
class CharacterModel:
    """Counts of one, two and three characters in a row; those of `under`, a larger model, count too."""

    ones: Counter[str] = field(default_factory=Counter)
    twos: Counter[str] = field(default_factory=Counter)
    threes: Counter[str] = field(default_factory=Counter)
    total: int = 0
    under: "CharacterModel | None" = None

    def train(self, texts: Iterable[str]) -> None:
        """Count the paragraphs of texts."""
        for text in texts:
            for paragraph in text.splitlines():
                if words := paragraph.strip():
                    self._count(START + START + words)

    def _count(self, run: str) -> None:
        """Count one paragraph that begins with two marks of a start."""
        self.ones.update(run)
        self.twos.update(map("".join, pairwise(run)))
        self.threes.update(map("".join, zip(run, run[1:], run[2:], strict=False)))
        self.total += len(run)

    def score(self, before: str, after: str) -> float:
        """Return the logarithm of how likely `after` follows `before`; only the last two characters of it count."""
        context = (START + START + before)[-2:]
        score = 0.0
        for character in after:
            score += math.log(self._likelihood(context, character))
            context = context[1] + character
        return score

    def _likelihood(self, context: str, character: str) -> float:
        """Return how likely a character follows two others, the rarer context filled up from the shorter."""
        total = self.total + (self.under.total if self.under else 0)
        one = (self._times(character) + 1) / (total + _ALPHABET)
        two = self._mix(self._times(context[1] + character), self._times(context[1]), one)
        return self._mix(self._times(context + character), self._times(context), two)

    def _times(self, run: str) -> int:
        """Return how often a run of one to three characters was seen."""
        counts = (self.ones, self.twos, self.threes)[len(run) - 1]
        return counts[run] + (self.under._times(run) if self.under else 0)

    @staticmethod
    def _mix(seen: int, times: int, shorter: float) -> float:
        """Return a share of what was seen, filled up with what the shorter context tells."""
        weight = _HELD_BACK * (1 + math.sqrt(times))
        return (seen + weight * shorter) / (times + weight)
