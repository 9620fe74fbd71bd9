"""Folded text -> those words of three characters and more in it that an index looks up as one, not as a phrase."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

import jieba
from ahocorasick_rs import AhoCorasick, Implementation

_FILE_NAME = "known.txt"
_WORD = re.compile(r"[\u4e00-\u9fff]{3,}")
_OFTEN = 50  # in jieba's counts: what is seldom used is a short list as a phrase too


class KnownWords:
    """A set of words that finds them in a text wherever they stand, also within and across others."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = frozenset(words)

    def __contains__(self, run: str) -> bool:
        return run in self._words

    @cached_property
    def _automaton(self) -> AhoCorasick:
        # Left to choose, the library takes a form that is three times as slow for so many words.
        return AhoCorasick(self._words, implementation=Implementation.ContiguousNFA)

    def find(self, folded: str) -> list[str]:
        """Return every word of the set at every place where it stands.

        >>> KnownWords(["总工会", "工会组织"]).find("市总工会组织")
        ['总工会', '工会组织']
        """
        return self._automaton.find_matches_as_strings(folded, overlapping=True)


@cache
def _common_words() -> tuple[str, ...]:
    with jieba.get_dict_file() as file:
        rows = (line.split(" ") for line in file.read().decode().splitlines())
        return tuple(word for word, frequency, _tag in rows if int(frequency) >= _OFTEN and _WORD.fullmatch(word))


def write_known_words(dictionary_path: Path, names: Iterable[str]) -> None:
    """Write, beside a generation's dictionary, those of the names and of jieba's words that are worth a lookup."""
    words = {*_common_words(), *filter(_WORD.fullmatch, names)}
    dictionary_path.with_name(_FILE_NAME).write_text("\n".join(sorted(words)), encoding="utf-8")


def read_known_words(dictionary_path: Path) -> tuple[str, ...]:
    """Return the words beside a generation's dictionary; without the file there are none."""
    path = dictionary_path.with_name(_FILE_NAME)
    return tuple(path.read_text(encoding="utf-8").split("\n")) if path.exists() else ()
