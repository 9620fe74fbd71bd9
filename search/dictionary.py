"""The vocabulary -> the dictionary of a generation: user words with the frequencies that make jieba keep them whole.

A generation of the index keeps the dictionary that it was cut with, so articles and queries are always cut the
same way, and a change of the vocabulary reaches rank with the next rebuild.
"""

from collections.abc import Iterable
from pathlib import Path

import jieba

from archive.models.dictionary_word import LONGEST, SHORTEST
from search.fold import SEPARATOR, fold

FILE_NAME = "dictionary.txt"


def collect_words(names: Iterable[str]) -> list[str]:
    """Return the words that names add to the dictionary: folded, in one piece, sorted."""
    folded = {fold(name).strip(SEPARATOR) for name in names}
    return sorted(word for word in folded if SHORTEST <= len(word) <= LONGEST and SEPARATOR not in word)


def write_dictionary(path: Path, words: Iterable[str]) -> None:
    """Write the dictionary file: `word frequency tag` a line.

    A word gets the frequency that jieba suggests for keeping it whole: then rjieba cuts as jieba does.
    """
    jieba.dt.tmp_dir = str(
        path.parent.parent
    )  # its cache is a marshal file: never in a folder that others can write to
    jieba.setLogLevel("WARNING")
    tokenizer = jieba.Tokenizer()  # of our own: its 90 MB go with it
    tokenizer.tmp_dir = jieba.dt.tmp_dir
    lines = [f"{word} {tokenizer.suggest_freq(word)} nz\n" for word in words]
    path.write_text("".join(lines), encoding="utf-8")


def read_dictionary(path: Path) -> list[tuple[str, int, str]]:
    """Return the rows of a dictionary file; a missing file is an empty dictionary."""
    if not path.exists():
        return []
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return [(word, int(frequency), tag) for word, frequency, tag in rows]
