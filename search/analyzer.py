"""Folded text -> tokens: the one place that decides what a token is, for every engine.

A text, an article's or a query's, gives four streams:

    words     jieba's words, HMM off, with the dictionary of the generation;   for rank
              of two characters only those of that dictionary: the others are bigrams
    bigrams   every two neighbouring characters, a separator counted as one    for which reports match
    chars     every character but separators                                   for queries of one character
    known     words of the generation's list, wherever they stand, as words    one lookup instead of a phrase
              or within others

A phrase of neighbouring bigrams is found exactly where the run of characters stands; jieba's mistakes can cost
a report its rank, never a hit.
"""

import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from pathlib import Path

from archive.common_words import cut, make_cutter
from search.fold import SEPARATOR, fold
from search.known_words import KnownWords, read_known_words

# In a bigram a separator is written so that engines can split tokens at spaces.
VISIBLE_SEPARATOR = "_"

_CODE_POINT, _ENCODING, _SPACE = "I", f"utf-32-{sys.byteorder[0]}e", ord(" ")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The streams of one text, each a string of tokens with spaces between."""

    words: str
    bigrams: str
    chars: str
    known: str


def bigrams_of(folded: str) -> list[str]:
    """Return the overlapping pairs of a folded text.

    >>> bigrams_of("工会 组织")
    ['工会', '会_', '_组', '组织']
    """
    visible = folded.replace(SEPARATOR, VISIBLE_SEPARATOR)
    return list(map(add, visible, visible[1:]))


def join_bigrams(folded: str) -> str:
    """Return the bigrams of a text with spaces between: as " ".join(bigrams_of(folded)), eight times faster.

    Whole columns of code points are copied instead of a Python step for each pair; a rebuild lives on this.
    """
    codes = _code_points(folded.replace(SEPARATOR, VISIBLE_SEPARATOR))
    joined = array(_CODE_POINT, [_SPACE]) * (3 * len(codes) - 3)
    joined[0::3], joined[1::3] = codes[:-1], codes[1:]
    return _as_text(joined)[:-1]


def join_chars(text: str) -> str:
    """Return the characters of a text with spaces between."""
    codes = _code_points(text)
    joined = array(_CODE_POINT, [_SPACE]) * (2 * len(codes))
    joined[0::2] = codes
    return _as_text(joined)[:-1]


def _code_points(text: str) -> "array[int]":
    return array(_CODE_POINT, text.encode(_ENCODING, "surrogatepass"))


def _as_text(codes: "array[int]") -> str:
    return codes.tobytes().decode(_ENCODING, "surrogatepass")


def cut_query(folded: str) -> list[str]:
    """Return the runs that a report must hold to match a word as typed: jieba's words by its own dictionary.

    Neighbouring words of one character are one run: jieba leaves a name that it does not know in single
    characters, and a report that holds them scattered does not hold the name.

    >>> cut_query("高柱 工资集体协商")
    ['高柱', '工资', '集体', '协商']
    """
    runs: list[str] = []
    is_single_before = False
    for word in cut(folded):
        if word.isspace():
            is_single_before = False
            continue
        is_single = len(word) == 1
        if is_single and is_single_before:
            runs[-1] += word
        else:
            runs.append(word)
        is_single_before = is_single
    return runs


def cut_loosely(folded: str) -> list[str]:
    """Return the runs of which any is enough for a report to match in part: words, and the pairs of longer runs.

    What is written in ASCII stays whole. Single characters stand in most reports and tell nothing;
    they count where there is nothing else.

    >>> cut_loosely("硕塞举办图片展")
    ['硕塞', '举办', '图片展', '图片', '片展']
    """
    runs: list[str] = []
    for run in cut_query(folded):
        is_word = len(cut(run)) == 1
        runs += [run] if is_word else []
        runs += bigrams_of(run) if not is_word or (len(run) > 2 and not run.isascii()) else []
    return [run for run in runs if len(run) > 1] or runs


class Analyzer:
    """Cuts texts into tokens with a dictionary of the vocabulary.

    `dictionary` holds (word, frequency, tag) rows, as search/dictionary.py makes them.
    """

    def __init__(self, dictionary: Iterable[tuple[str, int, str]] = (), known_words: KnownWords | None = None) -> None:
        rows = tuple(dictionary)
        self._pairs = frozenset(word for word, _, _ in rows if len(word) == 2)
        self._known_words = known_words or KnownWords()
        self._jieba = make_cutter(rows)

    def words_of(self, folded: str) -> list[str]:
        """Return the words of a folded text."""
        return [word for word in self._jieba.cut(folded, hmm=False) if not word.isspace()]

    def knows(self, run: str) -> bool:
        """Return whether every place where a folded run stands in a text is among the text's known words."""
        return run in self._known_words

    def keeps(self, word: str) -> bool:
        """Return whether a word is in the stream of words wherever it is cut."""
        return len(word) != 2 or word in self._pairs

    def analyze(self, text: str) -> Tokens:
        """Cut a text as it was printed. Its ends count as separators."""
        folded = fold(text).strip(SEPARATOR)
        return Tokens(
            # More spaces between are no more tokens.
            words=" ".join(filter(self.keeps, self._jieba.cut(folded, hmm=False))),
            bigrams=join_bigrams(f"{SEPARATOR}{folded}{SEPARATOR}") if folded else "",
            chars=join_chars(folded.replace(SEPARATOR, "")),
            known=" ".join(self._known_words.find(folded)),
        )


@lru_cache(maxsize=4)
def load_analyzer(dictionary_path: Path) -> Analyzer:
    """Return the analyzer of a generation; each dictionary is read once in a process."""
    from search.dictionary import read_dictionary

    return _make_analyzer(tuple(read_dictionary(dictionary_path)), read_known_words(dictionary_path))


@lru_cache(maxsize=4)
def _make_analyzer(dictionary: tuple[tuple[str, int, str], ...], known_words: tuple[str, ...]) -> Analyzer:
    """Make an analyzer, once for all generations and engines with the same words."""
    return Analyzer(dictionary, KnownWords(known_words))
