"""Segmentation: the paragraphs of an article -> for two of them, how much speaks for one going on with the other.

The weights were fitted on the made-up pages for tuning and the two real pages with gold, see docs/segmentation.md.
"""

import math
import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, fields

from archive.segmentation.character_model import CharacterModel
from archive.segmentation.lexicon import Lexicon
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import closes_foreign_quote, has_open_quote, is_complete
from archive.segmentation.starts import starts_anew, starts_fresh

_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORT = 16
_LONGEST_NAME = 4
_LOOKED_AT = 3  # characters that the model of characters is asked for
_MOST_LIKELY, _MOST_SPANNING, _MOST_SHARED = 6.0, 12.0, 4.0
_COMMON_WORD, _RARE_WORD = -9.0, -16.0  # logarithms of a word's share


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of two paragraphs, each about between -2 and 4."""

    is_next: float  # the other stands directly below
    is_next_text: float  # it is the next text below; a caption, a headline or a notice stands between
    far_below: float
    far_above: float
    goes_round: float  # from the last text of the article to the first: the last column stands first
    is_in_flow: float  # it stands under text that has come to its end
    is_taken: float  # it stands under other text that breaks off
    is_under_crosshead: float
    spans_word: float
    follows_by_characters: float
    follows_by_speech: float
    closes_open_quote: float
    closes_no_quote: float
    leaves_quote_open: float
    is_short_end: float
    shares_words: float
    is_fresh: float
    starts_anew: float


WEIGHTS = Signs(
    is_next=1.80,
    is_next_text=1.41,
    far_below=-0.10,
    far_above=-0.27,
    goes_round=0.80,
    is_in_flow=-1.37,
    is_taken=-0.99,
    is_under_crosshead=-1.00,
    spans_word=1.80,
    follows_by_characters=0.55,
    follows_by_speech=0.75,
    closes_open_quote=2.20,
    closes_no_quote=-0.95,
    leaves_quote_open=-0.90,
    is_short_end=0.96,
    shares_words=0.67,
    is_fresh=-0.43,
    starts_anew=-3.00,
)
_NAMES = tuple(one.name for one in fields(Signs))
_BIAS = 0.72  # for going on anywhere, against being lost


def weigh(signs: Signs, weights: Signs = WEIGHTS) -> float:
    """Return the logarithm of how likely two paragraphs belong together, against the rest being lost."""
    return sum((getattr(signs, name) * getattr(weights, name) for name in _NAMES), _BIAS)


class Evidence:
    """All that is known of an article's paragraphs, in the order of the print.

    `crossheads` are numbers of lines, `seams` those under which a block that was read twice begins or ends,
    `doubtful` those that may be captions instead; `names` are those of places. `may_go_round` tells that the paragraphs
    are those of one article, the first of which may go on with the last.
    """

    def __init__(
        self,
        texts: Sequence[Paragraph],
        crossheads: frozenset[int],
        seams: frozenset[int],
        doubtful: frozenset[int],
        names: Container[str],
        model: CharacterModel,
        lexicon: Lexicon,
        may_go_round: bool = False,
    ) -> None:
        self.texts = texts
        self.crossheads = crossheads
        self.seams = seams
        self.is_doubtful = [line.number in doubtful for line in texts]
        self._may_go_round = may_go_round
        self._names, self._model, self._lexicon = names, model, lexicon
        words = [_words(line.text, lexicon) for line in texts]
        counts = Counter(word for one in words for word in one)
        self._weights = {word: _weight(word, count, lexicon) for word, count in counts.items() if count > 1}
        self._words = [frozenset(word for word in one if word in self._weights) for one in words]
        self.is_complete = [is_complete(line.text) for line in texts]

    def read(self, one: int, other: int) -> Signs:
        """Return the signs of two paragraphs, by their order."""
        before, after = self.texts[one].text, self.texts[other].text
        is_open, closes = has_open_quote(before), closes_foreign_quote(after)
        may_be_open = is_open or before.endswith("”")  # where a line ends in a quotation the OCR likes to close it
        return Signs(
            **self._read_places(one, other),
            spans_word=max(self._span_name(before, after), min(_MOST_SPANNING, self._lexicon.spans(before, after)) / 4),
            follows_by_characters=self._follow_by_characters(before, after),
            follows_by_speech=max(-4.0, min(4.0, self._lexicon.follows(before, after))) / 2,
            closes_open_quote=float(closes and may_be_open),
            closes_no_quote=float(closes and not may_be_open),
            leaves_quote_open=float(is_open and not closes),
            is_short_end=float(len(after) <= _SHORT and self.is_complete[other]),
            shares_words=min(_MOST_SHARED, sum(self._weights[word] for word in self._words[one] & self._words[other])),
            is_fresh=float(starts_fresh(after)),
            starts_anew=float(starts_anew(after)),
        )

    def _read_places(self, one: int, other: int) -> dict[str, float]:
        """Return the signs that lie in where the lines are printed."""
        here, there = self.texts[one], self.texts[other]
        steps = other - one - sum(self.is_doubtful[one + 1 : other])
        is_below = there.line_above == here.number and not there.is_after_picture
        is_next = is_below and here.number not in self.seams
        above = other - 1
        is_under_text = other > 0 and not self.is_doubtful[above] and self.texts[above].number == there.line_above
        is_follower = is_under_text and not is_next
        is_above_complete = other > 0 and self.is_complete[above]
        return {
            "is_next": float(is_next),
            "is_next_text": float(other > one and steps == 1 and not is_next),
            "far_below": 1 + min(4.0, math.log2(steps)) if other > one and steps > 1 else 0.0,
            "far_above": 1 + min(4.0, math.log2(one - other)) if other < one else 0.0,
            "goes_round": float(self._may_go_round and other == 0 and one == len(self.texts) - 1),
            "is_in_flow": float(is_follower and is_above_complete),
            "is_taken": float(is_follower and not is_above_complete),
            "is_under_crosshead": float(there.line_above in self.crossheads),
        }

    def _span_name(self, before: str, after: str) -> float:
        """Return how long a place's name is that a break would cut, less one; 0 where it cuts none."""
        lengths = [
            here + there - 1
            for here in range(1, _LONGEST_NAME)
            for there in range(1, _LONGEST_NAME + 1 - here)
            if before[-here:] + after[:there] in self._names
        ]
        return float(max(lengths, default=0))

    def _follow_by_characters(self, before: str, after: str) -> float:
        """Return how much better the model likes the first characters here than after a full stop."""
        first = after[:_LOOKED_AT]
        gain = self._model.score(before, first) - self._model.score("。", first)
        return max(-_MOST_LIKELY, min(_MOST_LIKELY, gain)) / 3


def _words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of two and more characters."""
    return frozenset(word for run in _HAN.findall(text) for word in lexicon.cut(run) if len(word) > 1)


def _weight(word: str, count: int, lexicon: Lexicon) -> float:
    """Return what it says that two paragraphs share a word: much where it is rare, here and in newspapers."""
    known = lexicon.words.get(word)
    rarity = (_COMMON_WORD - known.share) / (_COMMON_WORD - _RARE_WORD) if known else 1.0
    return min(1.0, max(0.1, rarity)) / count
