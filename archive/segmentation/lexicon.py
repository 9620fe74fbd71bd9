"""Segmentation: jieba's dictionary -> words with their frequency and part of speech, and how parts of speech follow.

Only the data files of the package are read: words of up to four characters, counted in newspapers, and the chances
with which a part of speech follows another or opens a sentence.
"""

import ast
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LONGEST_WORD = 4
_LEAST_FREQUENCY = 5
_UNKNOWN = "x"
_NUMERAL = "m"
_LEAST = -9.0  # the logarithm for what never was counted
_HAN = re.compile(r"[\u3400-\u9fff]+")
_HAN_END = re.compile(r"[\u3400-\u9fff]+$")
_REACH = 8  # characters on each side of a break that are looked at

State = tuple[str, str]  # where in its word a character stands (B, E, S), and the word's part of speech


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the dictionary: the logarithm of its share of all words, and its part of speech."""

    share: float
    tag: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, and the logarithms with which parts of speech open a sentence and follow one another."""

    words: Mapping[str, Word]
    openings: Mapping[State, float]
    transitions: Mapping[State, Mapping[State, float]]
    rarest: float

    def cut(self, text: str) -> list[str]:
        """Return the most likely words of a run of Chinese characters."""
        _best, previous = self._walk(text)
        words: list[str] = []
        end = len(text)
        while end:
            words.append(text[previous[end] : end])
            end = previous[end]
        return words[::-1]

    def spans(self, before: str, after: str) -> float:
        """Return how much more likely two runs are as one than apart: high where a break cuts a word, as 职|工.

        >>> load_lexicon().spans("广大职", "工群众") > 3 > load_lexicon().spans("广大", "工会")
        True
        """
        left, right = _HAN_END.search(before[-_REACH:]), _HAN.match(after[:_REACH])
        if not left or not right or not self._has_spanning(left[0], right[0]):
            return 0.0
        together = self._walk(left[0] + right[0])[0][-1]
        return max(0.0, together - self._walk(left[0])[0][-1] - self._walk(right[0])[0][-1])

    def follows(self, before: str, after: str) -> float:
        """Return how much better the first word of a line follows the last of another than it opens a sentence."""
        last, first = self._last_state(before), self._first_state(after)
        if _UNKNOWN in (last[1], first[1]):
            return 0.0
        transition = self.transitions.get(last, {}).get(first, _LEAST)
        return max(transition, _LEAST) - max(self.openings.get(first, _LEAST), _LEAST)

    def _has_spanning(self, left: str, right: str) -> bool:
        """Whether any word begins on one side and ends on the other."""
        return any(
            left[-here:] + right[:there] in self.words
            for here in range(1, min(LONGEST_WORD, len(left) + 1))
            for there in range(1, min(LONGEST_WORD + 1 - here, len(right) + 1))
        )

    def _walk(self, text: str) -> tuple[list[float], list[int]]:
        """Return for each place of a text its best score, and where the last word before it begins."""
        best, previous = [0.0] + [-math.inf] * len(text), [0] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + LONGEST_WORD) + 1):
                word = self.words.get(text[start:end])
                if word is None and end > start + 1:
                    continue
                score = best[start] + (word.share if word else self.rarest)
                if score > best[end]:
                    best[end], previous[end] = score, start
        return best, previous

    def _last_state(self, text: str) -> State:
        """Return the part of speech with which a line ends."""
        run = _HAN_END.search(text[-_REACH:])
        return self._state(self.cut(run[0])[-1], "E") if run else _state_of_mark(text[-1:])

    def _first_state(self, text: str) -> State:
        """Return the part of speech with which a line begins."""
        run = _HAN.match(text[:_REACH])
        return self._state(self.cut(run[0])[0], "B") if run else _state_of_mark(text[:1])

    def _state(self, text: str, edge: str) -> State:
        """Return the state of a word's outer character."""
        word = self.words.get(text)
        return "S" if len(text) == 1 else edge, word.tag if word else _UNKNOWN


def _state_of_mark(mark: str) -> State:
    """Return the state of a digit; other marks say nothing."""
    return "S", _NUMERAL if mark.isdigit() else _UNKNOWN


@cache
def load_lexicon() -> Lexicon:
    """Read the dictionary, once for all pages."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        return Lexicon({}, {}, {}, _LEAST)
    folder = Path(spec.submodule_search_locations[0])
    counts: dict[str, tuple[int, str]] = {}
    total = 0
    with (folder / "dict.txt").open(encoding="utf-8") as file:
        for line in file:
            text, frequency, tag = line.split()
            count = int(frequency)
            total += count
            if len(text) <= LONGEST_WORD and count >= _LEAST_FREQUENCY:
                counts[text] = count, tag
    words = {text: Word(math.log(count / total), tag) for text, (count, tag) in counts.items()}
    openings, transitions = _read_table(folder / "posseg/prob_start.py"), _read_table(folder / "posseg/prob_trans.py")
    return Lexicon(words, openings, transitions, math.log(1 / total))


def _read_table(path: Path) -> Any:
    """Return the table that a module of numbers defines, without running it."""
    text = path.read_text(encoding="utf-8")
    return ast.literal_eval(text[text.index("{") :])
