"""A text -> its words by jieba's own dictionary, without the archive's names; HMM off.

The library loads that dictionary when it is imported, for a tenth of a second: only processes that cut wait for it.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any


@cache
def _rjieba() -> Any:
    import rjieba

    return rjieba


def cut(text: str) -> list[str]:
    """Return the words of a text, in order; together they are the text."""
    words: list[str] = _rjieba().cut(text, hmm=False)
    return words


def cut_shorter(word: str) -> list[str]:
    """Return the words within a compound, and it: 工人日报 has 工人, 日报."""
    words: list[str] = _rjieba().cut_for_search(word, hmm=False)
    return words


def is_ordinary_word(word: str) -> bool:
    """Return whether a word is in the dictionary, and not as a place: 解放 is, 渝北 and 泸州 are not."""
    [(first, tag), *_rest] = _rjieba().tag(word, hmm=False)
    return bool(first == word and not tag.startswith("ns"))


def frequency_to_keep(word: str) -> int:
    """Return the frequency with which a word of a dictionary is kept whole."""
    frequency: int = _rjieba().suggest_freq(word)
    return frequency


def make_cutter(dictionary: Iterable[tuple[str, int, str]]) -> Any:
    """Return a dictionary of its own with more words, (word, frequency, tag) each; its `cut` is rjieba's."""
    cutter = _rjieba().Jieba()
    for word, frequency, tag in dictionary:
        cutter.add_word(word, frequency, tag)
    return cutter
