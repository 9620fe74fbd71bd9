"""Text as printed -> folded text, in which everything that a reader takes for the same is the same.

Full width becomes half width, traditional becomes simplified, upper case becomes lower case, and every run of
punctuation and space becomes one space. Folding goes character by character, so that a run of a text always
folds to the same run, whatever stands around it: OpenCC's phrase rules would break that.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import opencc

SEPARATOR = " "

# A line break of the print inside a paragraph is nothing; between two Latin words it is a space.
_PRINT_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*(?!\s)")
_LATIN_BREAK = re.compile(r"(?<=[A-Za-z])[^\S\n]*\n[^\S\n]*(?=[A-Za-z])")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_TWO_SEPARATORS = 2 * SEPARATOR


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold_character(character: str) -> str:
    """Fold one character: to none, one or several, punctuation, space and half a character to the separator.

    >>> [fold_character(c) for c in "Ａ總，"]
    ['a', '总', ' ']
    """
    if unicodedata.category(character) == "Cs":  # OpenCC takes whole ones alone
        return SEPARATOR
    folded = []
    for plain in unicodedata.normalize("NFKC", character).casefold():
        simplified = _converter().convert(plain)
        category = unicodedata.category(simplified[0]) if simplified else "Cf"
        if category[0] in "LNM":
            folded.append(simplified)
        elif category != "Cf":  # a zero-width mark is nothing at all
            folded.append(SEPARATOR)
    return "".join(folded)


class _FoldTable(dict[int, str]):
    """A table for str.translate that learns each character when it first meets it."""

    def __missing__(self, codepoint: int) -> str:
        folded = fold_character(chr(codepoint))
        self[codepoint] = folded
        return folded


_TABLE = _FoldTable()


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """Return what finds the runs that fold to something else; the rest of a text is copied as it is."""
    characters = map(chr, (*range(0x21, 0x7F), *range(0x4E00, 0xA000)))
    same = "".join(character for character in characters if fold_character(character) == character)
    return re.compile(f"([^{re.escape(same)}]+)")


@lru_cache(maxsize=4096)  # many runs are alike: a comma, a full stop
def _fold_run(run: str) -> str:
    folded = run.translate(_TABLE)
    while _TWO_SEPARATORS in folded:
        folded = folded.replace(_TWO_SEPARATORS, SEPARATOR)
    return folded


def join_print_lines(text: str) -> str:
    """Take the print's line breaks out of a text; a blank line stays, as one separator.

    >>> join_print_lines("全市工\\n会组织")
    '全市工会组织'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text:
        return text
    return SEPARATOR.join(map(_join_lines, _PARAGRAPHS.split(text)))


def _join_lines(paragraph: str) -> str:
    return _PRINT_BREAK.sub("", _LATIN_BREAK.sub(" ", paragraph)) if "\n" in paragraph else paragraph


def fold(text: str) -> str:
    """Fold a text; a run of separators is one, none at the ends is taken away.

    >>> fold("「兩個普遍」，１２３５１")
    ' 两个普遍 12351'
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    pieces = _changing().split(join_print_lines(text))
    pieces[1::2] = map(_fold_run, pieces[1::2])
    return "".join(pieces)


def fold_in_place(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text and say where each folded character came from; runs of separators stay as long as they are.

    Returns the folded text and one more offset than it has characters: folded[i] comes from text[offsets[i]].
    Line breaks of the print must have been taken out before (`join_print_lines`).
    """
    folded = text.translate(_TABLE)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    offsets = [position for position, character in enumerate(text) for _ in _TABLE[ord(character)]]
    return folded, [*offsets, len(text)]
