"""A text and the runs of a query -> its pieces, those that the query asked for marked; and the passage to show."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.fold import SEPARATOR, fold_in_place, join_print_lines

_WIDTH = 120
_BEFORE = 24
_SENTENCE_ENDS = "。！？；"
_BLOCK_END = re.compile(rf"([{_SENTENCE_ENDS}”…])\s*\n\s*")  # there blocks need no space between
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a text as printed. Templates escape it."""

    text: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a run stands: text[start:end]."""

    start: int
    end: int
    run: str


def find_marks(text: str, runs: Iterable[str]) -> list[Mark]:
    """Return where folded runs stand in a text whose print line breaks are out, in order, none overlapping."""
    patterns = sorted(set(filter(None, runs)), key=len, reverse=True)
    if not patterns:
        return []
    folded, offsets = fold_in_place(text)
    expression = "|".join(re.escape(run).replace(re.escape(SEPARATOR), f"{SEPARATOR}+") for run in patterns)
    return [
        Mark(offsets[match.start()], offsets[match.end() - 1] + 1, match[0])
        for match in re.finditer(expression, folded)
        if match[0].strip(SEPARATOR)
    ]


def _fragments(text: str, marks: Sequence[Mark], start: int, end: int) -> list[Fragment]:
    pieces: list[Fragment] = []
    position = start
    for mark in marks:
        if mark.start < position or mark.end > end:
            continue
        marked = text[mark.start : mark.end]
        if mark.start == position and pieces:  # marks that touch are one
            marked = pieces.pop().text + marked
        else:
            pieces.append(Fragment(text[position : mark.start]))
        pieces.append(Fragment(marked, is_mark=True))
        position = mark.end
    pieces.append(Fragment(text[position:end]))
    return [piece for piece in pieces if piece.text]


def mark_text(text: str, runs: Iterable[str]) -> tuple[Fragment, ...]:
    """Return a whole text with the runs marked.

    >>> [piece.text for piece in mark_text("全市工会组织", ["工会"]) if piece.is_mark]
    ['工会']
    """
    joined = join_print_lines(text)
    return tuple(_fragments(joined, find_marks(joined, runs), 0, len(joined)))


def make_snippet(text: str, runs: Iterable[str], width: int = _WIDTH) -> tuple[Fragment, ...]:
    """Return the passage of a text that shows most of the query, with marks and with … where it was cut."""
    joined = " ".join(join_print_lines(_BLOCK_END.sub(r"\1", text)).split())
    marks = find_marks(joined, runs)
    start = _find_start(joined, marks, width)
    start += joined[start:].startswith(" ")
    end = _keep_whole(joined, min(len(joined), start + width))
    pieces = _fragments(joined, marks, start, end)
    before = [Fragment(_ELLIPSIS)] if start else []
    after = [Fragment(_ELLIPSIS)] if end < len(joined) else []
    return (*before, *pieces, *after)


def _find_start(text: str, marks: Sequence[Mark], width: int) -> int:
    """Return where the window begins that holds the most different runs, then the most of them."""
    if not marks:
        return 0
    best, best_value = marks[0], (0, 0)
    for position, first in enumerate(marks):
        seen = [mark for mark in marks[position : position + 40] if mark.end <= first.start + width - _BEFORE]
        value = (sum(map(len, {mark.run for mark in seen})), len(seen))
        if value > best_value:
            best, best_value = first, value
    earliest = max(0, best.start - _BEFORE)
    sentence = max(text.rfind(end, earliest, best.start) for end in _SENTENCE_ENDS)
    return _keep_whole(text, sentence + 1 if sentence >= 0 else earliest)


def _keep_whole(text: str, position: int) -> int:
    """Return the position, moved on while it would cut a character from the marks that combine with it."""
    while 0 < position < len(text) and unicodedata.category(text[position])[0] in "MC":
        position += 1
    return position
