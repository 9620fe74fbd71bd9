"""Segmentation: the text lines of a page -> for two of them, how much speaks for one going on with the other.

The weights were fitted on the made-up pages for tuning and the two real pages with gold, see docs/segmentation.md.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.lexicon import Lexicon
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import closes_foreign_quote, has_open_quote, is_complete

_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORT = 16
_LOOKED_AT = 3  # characters that the model of characters is asked for
_MOST_LIKELY, _MOST_SPANNING, _MOST_SHARED = 6.0, 12.0, 4.0
_COMMON_WORD, _RARE_WORD = -9.0, -16.0  # logarithms of a word's share


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of two lines, each about between -2 and 4."""

    is_next: float  # the other line stands directly below
    is_next_text: float  # it is the next text below: only captions stand between
    is_next_over_head: float  # it is the next text below, a headline between
    far_below: float
    far_above: float
    is_under_same_head: float  # no headline between, and not the next text
    is_under_head: float  # it stands directly under another headline
    is_in_flow: float  # it stands under text that has come to its end
    is_taken: float  # it stands under other text that breaks off
    spans_word: float
    follows_by_characters: float
    follows_by_speech: float
    closes_quote: float
    leaves_quote_open: float
    is_short_end: float
    shares_words: float
    is_elsewhere: float


WEIGHTS = Signs(
    is_next=1.6,
    is_next_text=0.55,
    is_next_over_head=-0.1,
    far_below=-0.55,
    far_above=-0.85,
    is_under_same_head=0.6,
    is_under_head=-0.85,
    is_in_flow=-1.05,
    is_taken=-1.05,
    spans_word=2.1,
    follows_by_characters=0.55,
    follows_by_speech=0.85,
    closes_quote=0.6,
    leaves_quote_open=-1.1,
    is_short_end=1.2,
    shares_words=2.2,
    is_elsewhere=-1.2,
)
_NAMES = tuple(one.name for one in fields(Signs))
_BIAS = 0.6  # for going on anywhere, against being lost


def weigh(signs: Signs, weights: Signs = WEIGHTS) -> float:
    """Return the logarithm of how likely the lines belong together, against the rest being lost."""
    return _BIAS + sum(getattr(signs, name) * getattr(weights, name) for name in _NAMES)


class Evidence:
    """All that is known of a page's text lines; `texts`: their places in `lines`, headlines: the heads' places."""

    def __init__(
        self,
        lines: Sequence[Paragraph],
        texts: Sequence[int],
        heads: Collection[int],
        gazetteer: Gazetteer,
        model: CharacterModel,
        lexicon: Lexicon,
    ) -> None:
        self.lines = lines
        self.texts = texts
        self.heads = heads
        self._model, self._lexicon, self._gazetteer = model, lexicon, gazetteer
        # How many headlines stand above each line: equal for two lines with none between.
        self._heads_above = _count_up(len(lines), heads)
        words = [_words(lines[at].text, lexicon) for at in texts]
        pages_words = Counter(word for one in words for word in one)
        self._weights = {word: _weight(word, count, lexicon) for word, count in pages_words.items() if count > 1}
        self._words = [frozenset(word for word in one if word in self._weights) for one in words]
        self._codes = [self._name_places(at) for at in texts]
        self._is_complete = [is_complete(lines[at].text) for at in texts]

    def _name_places(self, at: int) -> frozenset[str]:
        """Return the codes of the places that a line names."""
        return frozenset(mention.code for mention in find_mentions(self.lines[at].text, self._gazetteer))

    def read(self, one: int, other: int) -> Signs:
        """Return the signs of two texts, by their order among the texts."""
        here, there = self.texts[one], self.texts[other]
        before, after = self.lines[here].text, self.lines[there].text
        is_open, closes = has_open_quote(before), closes_foreign_quote(after)
        return Signs(
            **self._read_places(one, other),
            spans_word=min(_MOST_SPANNING, self._lexicon.spans(before, after)) / 4,
            follows_by_characters=self._follow_by_characters(before, after),
            follows_by_speech=max(-4.0, min(4.0, self._lexicon.follows(before, after))) / 2,
            closes_quote=float(closes),
            leaves_quote_open=float(is_open and not closes),
            is_short_end=float(len(after) <= _SHORT and self._is_complete[other]),
            shares_words=min(_MOST_SHARED, sum(self._weights[word] for word in self._words[one] & self._words[other])),
            is_elsewhere=float(self._is_elsewhere(one, other)),
        )

    def _read_places(self, one: int, other: int) -> dict[str, float]:
        """Return the signs that lie in where the lines are printed."""
        here, there, steps = self.texts[one], self.texts[other], other - one
        is_next = there == here + 1
        is_same_head = self._heads_above[here] == self._heads_above[there]
        is_follower = other > 0 and self.texts[other - 1] == there - 1 and not is_next
        is_above_complete = other > 0 and self._is_complete[other - 1]
        return {
            "is_next": float(is_next),
            "is_next_text": float(steps == 1 and not is_next and is_same_head),
            "is_next_over_head": float(steps == 1 and not is_next and not is_same_head),
            "far_below": 1 + min(4.0, math.log2(steps)) if steps > 1 else 0.0,
            "far_above": 1 + min(4.0, math.log2(-steps)) if steps < 0 else 0.0,
            "is_under_same_head": float(steps != 1 and is_same_head),
            "is_under_head": float(not is_next and there - 1 in self.heads),
            "is_in_flow": float(is_follower and is_above_complete),
            "is_taken": float(is_follower and not is_above_complete),
        }

    def _follow_by_characters(self, before: str, after: str) -> float:
        """Return how much better the model likes the first characters here than after a full stop."""
        first = after[:_LOOKED_AT]
        gain = self._model.score(before, first) - self._model.score("。", first)
        return max(-_MOST_LIKELY, min(_MOST_LIKELY, gain)) / 3

    def _is_elsewhere(self, one: int, other: int) -> bool:
        """Whether both name places and none of one has to do with one of the other."""
        codes, others = self._codes[one], self._codes[other]
        if not codes or not others:
            return False
        return not any(self._gazetteer.are_related(code, here) for code in codes for here in others)


def _count_up(length: int, heads: Collection[int]) -> list[int]:
    """Return for each line how many headlines stand above it, its own included."""
    counts, count = [], 0
    for at in range(length):
        count += at in heads
        counts.append(count)
    return counts


def _words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of two and more characters."""
    return frozenset(word for run in _HAN.findall(text) for word in lexicon.cut(run) if len(word) > 1)


def _weight(word: str, count: int, lexicon: Lexicon) -> float:
    """Return what it says that two lines share a word: much where it is rare, on the page and in newspapers."""
    known = lexicon.words.get(word)
    rarity = (_COMMON_WORD - known.share) / (_COMMON_WORD - _RARE_WORD) if known else 1.0
    return min(1.0, max(0.1, rarity)) / count
