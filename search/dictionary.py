"""The vocabulary -> the dictionary of a generation: user words with the frequencies that make jieba keep them whole.

A generation of the index keeps the dictionary that it was cut with, so articles and queries are always cut the
same way, and a change of the vocabulary reaches rank with the next rebuild.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from archive.common_words import frequency_to_keep
from archive.models.dictionary_word import LONGEST, SHORTEST
from search.fold import SEPARATOR, fold
from search.known_words import write_known_words

FILE_NAME = "dictionary.txt"


def collect_words(names: Iterable[str]) -> list[str]:
    """Return the words that names add to the dictionary: folded, in one piece, sorted."""
    folded = {fold(name).strip(SEPARATOR) for name in names}
    return sorted(word for word in folded if SHORTEST <= len(word) <= LONGEST and SEPARATOR not in word)


def write_dictionary(path: Path, words: Collection[str]) -> None:
    """Write the dictionary file, `word frequency tag` a line, and beside it the known words.

    A word gets the frequency that jieba suggests for keeping it whole.
    """
    lines = [f"{word} {frequency_to_keep(word)} nz\n" for word in words]
    path.write_text("".join(lines), encoding="utf-8")
    write_known_words(path, words)


def read_dictionary(path: Path) -> list[tuple[str, int, str]]:
    """Return the rows of a dictionary file; a missing file is an empty dictionary."""
    if not path.exists():
        return []
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return [(word, int(frequency), tag) for word, frequency, tag in rows]
