"""Segmentation: an article's lines in reading order and its joins -> parts, with gaps where text is lost."""

from collections.abc import Iterable

from archive.segmentation.open_article import Item
from archive.segmentation.proposal import Part, PartKind
from archive.segmentation.signs import is_complete
from archive.segmentation.starts import starts_mid_sentence


def make_parts(items: Iterable[Item], joins: frozenset[tuple[int, int]]) -> tuple[Part, ...]:
    """Return an article's parts; `joins` are pairs of line numbers. A caption between two halves comes after both."""
    parts: list[Part] = []
    last = -1  # where the last paragraph is
    is_open = False  # it breaks off, and only captions came since
    for kind, line in items:
        if kind is PartKind.CAPTION:
            parts.append(Part(kind, (line,)))
            continue
        if is_open and kind is PartKind.PARAGRAPH and (parts[last].lines[-1].number, line.number) in joins:
            parts[last] = Part(kind, (*parts[last].lines, line))
        else:
            if is_open or (kind is PartKind.PARAGRAPH and last < 0 and starts_mid_sentence(line.text)):
                parts.insert(last + 1, Part(PartKind.GAP))
            parts.append(Part(kind, (line,)))
            last = len(parts) - 1 if kind is PartKind.PARAGRAPH else last
        is_open = kind is PartKind.PARAGRAPH and not is_complete(line.text)
    if is_open:
        parts.insert(last + 1, Part(PartKind.GAP))
    return tuple(parts)
