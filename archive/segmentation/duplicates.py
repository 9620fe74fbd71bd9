"""Segmentation: the paragraphs of a page -> those printed twice, as when a column was read two times."""

import re
from collections.abc import Sequence

from archive.segmentation.paragraph import Paragraph

_MARKS = re.compile(r"[\W_]+")
_SHORTEST = 30


def find_duplicates(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, Paragraph], ...]:
    """Return pairs of a copy and its original, the earlier one.

    Short lines repeat for good reasons; one is a copy only where it stands above a copied paragraph both times.
    """
    first: dict[str, int] = {}
    pairs: list[tuple[Paragraph, Paragraph]] = []
    for at, paragraph in enumerate(paragraphs):
        words = _words(paragraph)
        if len(words) < _SHORTEST:
            continue
        original = first.setdefault(words, at)
        if original < at:
            above, above_original = paragraphs[at - 1], paragraphs[original - 1]
            if 0 < original < at - 1 and 0 < len(_words(above)) < _SHORTEST and _words(above) == _words(above_original):
                pairs.append((above, above_original))
            pairs.append((paragraph, paragraphs[original]))
    return tuple(pairs)


def _words(paragraph: Paragraph) -> str:
    """Return what is compared: the words without marks and spaces."""
    return _MARKS.sub("", paragraph.text)
