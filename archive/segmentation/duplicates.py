"""Segmentation: the paragraphs of a page -> those printed twice, as when a column was read two times."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_complete

_MARKS = re.compile(r"[\W_]+")
_SHORTEST = 30
_SHORTEST_TWIN = 8
_SHINGLE = 4
_SAME = 0.5  # of the shingles of both: one character in fifteen may have been read otherwise
_SAME_LENGTH = 0.8
_SAME_SHORT = 0.7

Pair = tuple[Paragraph, Paragraph]


def find_duplicates(paragraphs: Sequence[Paragraph]) -> tuple[Pair, ...]:
    """Return pairs of a copy and its original, the earlier one.

    Short lines repeat for good reasons; they are copies only where they stand next to a copied paragraph both times.
    """
    places = {line.number: at for at, line in enumerate(paragraphs)}
    pairs = {places[copy.number]: places[original.number] for copy, original in _find_long(paragraphs)}
    pairs |= {at: at - 1 for at in range(1, len(paragraphs)) if _are_twins(paragraphs[at - 1], paragraphs[at])}
    for at, original in sorted(pairs.items()):
        for step in (-1, 1):
            pairs |= _spread(paragraphs, at, original, step, pairs)
    return tuple((paragraphs[at], paragraphs[original]) for at, original in sorted(pairs.items()))


def _are_twins(one: Paragraph, other: Paragraph) -> bool:
    """Whether the end of a text stands twice, word for word, one below the other."""
    return len(one.text) >= _SHORTEST_TWIN and one.text == other.text and is_complete(one.text)


def _find_long(paragraphs: Sequence[Paragraph]) -> Iterator[Pair]:
    """Return the copies among paragraphs of some length, each with the first of its like."""
    known: list[tuple[frozenset[str], Paragraph]] = []
    first_with: dict[str, int] = {}  # a run of characters -> the first known paragraph that has it
    for line in paragraphs:
        shingles = _shingle(line)
        if not shingles:
            continue
        sharing = Counter(first_with[shingle] for shingle in shingles if shingle in first_with)
        best = next((at for at, _ in sharing.most_common(1)), None)
        if best is not None and _are_same(shingles, known[best][0]):
            yield line, known[best][1]
            continue
        for shingle in shingles:
            first_with.setdefault(shingle, len(known))
        known.append((shingles, line))


def _spread(
    paragraphs: Sequence[Paragraph], copy: int, original: int, step: int, pairs: dict[int, int]
) -> dict[int, int]:
    """Return the short copies next to a copied paragraph, up or down."""
    found: dict[int, int] = {}
    at, first = copy + step, original + step
    while 0 <= first < len(paragraphs) and 0 <= at < len(paragraphs) and at != original and at not in pairs:
        if not _are_short_copies(paragraphs[at], paragraphs[first]):
            break
        found[at] = first
        at, first = at + step, first + step
    return found


def _are_short_copies(one: Paragraph, other: Paragraph) -> bool:
    """Whether two short lines are the same but for what was read otherwise."""
    words, others = _words(one), _words(other)
    if not 0 < len(words) < _SHORTEST or not 0 < len(others) < _SHORTEST:
        return False
    return SequenceMatcher(None, words, others).ratio() >= _SAME_SHORT


def find_seams(paragraphs: Sequence[Paragraph], pairs: Sequence[Pair]) -> frozenset[int]:
    """Return the numbers of the lines under which the two readings of a block begin, or go on in different ways."""
    original_of = {copy.number: original.number for copy, original in pairs}
    originals = set(original_of.values())
    seams = set()
    for above, line in pairwise(paragraphs):
        is_edge = (above.number in originals) != (line.number in originals)
        if is_edge or (above.number in original_of) != (line.number in original_of):
            seams.add(original_of.get(above.number, above.number))
    return frozenset(seams)


def _words(paragraph: Paragraph) -> str:
    """Return what is compared: the words without marks and spaces."""
    return _MARKS.sub("", paragraph.text)


def _shingle(paragraph: Paragraph) -> frozenset[str]:
    """Return the runs of four characters of a paragraph of some length."""
    words = _words(paragraph)
    if len(words) < _SHORTEST:
        return frozenset()
    return frozenset(words[at : at + _SHINGLE] for at in range(len(words) - _SHINGLE + 1))


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two paragraphs share most of their runs."""
    small, large = sorted((len(one), len(other)))
    return small >= _SAME_LENGTH * large and len(one & other) >= _SAME * len(one | other)
