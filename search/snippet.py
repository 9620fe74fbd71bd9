"""A text and the runs of a query -> its pieces, those that the query asked for marked; and the passages to show."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.fold import SEPARATOR, fold_in_place, join_print_lines

_WIDTH = 120
_BEFORE = 24
_MOST_MARKS = 400  # of a text; what comes after so many is not looked at for a passage
_SENTENCE_ENDS = "。！？；"
_BLOCK_END = re.compile(rf"([{_SENTENCE_ENDS}”…])\s*\n\s*")  # there blocks need no space between
_ELLIPSIS = "…"
_ENTITY = re.compile(r"&#?\w{1,16};")
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_LONGEST_CHARACTER = 16  # code points; whatever has more is no character that a person reads


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
        Mark(offsets[match.start()], _end_of_character(text, offsets[match.end() - 1] + 1), match[0])
        for match in re.finditer(expression, folded)
        if match[0].strip(SEPARATOR)
    ]


def _fragments(text: str, marks: Sequence[Mark], start: int, end: int) -> list[Fragment]:
    pieces: list[Fragment] = []
    position = start
    for mark in marks:
        if not position <= mark.start < end:
            continue
        marked = text[mark.start : min(mark.end, end)]
        if mark.start == position and pieces:  # marks that touch are one
            marked = pieces.pop().text + marked
        else:
            pieces.append(Fragment(text[position : mark.start]))
        pieces.append(Fragment(marked, is_mark=True))
        position = min(mark.end, end)
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
    """Return the passage of a text that shows most of the query, with marks and with … where it was cut.

    Two shorter passages where these show more of the query than one can.
    """
    joined = " ".join(join_print_lines(_BLOCK_END.sub(r"\1", text)).split())
    marks = find_marks(joined, runs)
    pieces: list[Fragment] = []
    shown = 0
    for start, end in _choose_passages(joined, marks, width):
        if start > shown:
            pieces.append(Fragment(_ELLIPSIS))
        pieces += _fragments(joined, marks, max(start, shown), end)
        shown = max(shown, end)
    return (*pieces, Fragment(_ELLIPSIS)) if shown < len(joined) else tuple(pieces)


def _choose_passages(text: str, marks: Sequence[Mark], width: int) -> list[tuple[int, int]]:
    """Return where the passages to show begin and end, in order."""
    one = _choose_marks(marks, width - _BEFORE)
    whole = [_cut(text, one[0].start if one else 0, _BEFORE, width)]
    if _weigh(one) == _weigh(marks):
        return whole
    half, before = width // 2, _BEFORE // 2
    first = _choose_marks(marks, half - before)
    shown = {mark.run for mark in first}
    second = _choose_marks([mark for mark in marks if mark.run not in shown], half - before)
    if _weigh([*first, *second]) <= _weigh(one):
        return whole
    return sorted(_cut(text, part[0].start, before, half) for part in (first, second))


def _choose_marks(marks: Sequence[Mark], width: int) -> Sequence[Mark]:
    """Return the marks within a width that show most: of the query, then in one piece, then in number."""
    best: Sequence[Mark] = marks[:1]
    best_value = (0, 0, 0)
    end = 0
    for begin, first in enumerate(marks[:_MOST_MARKS]):
        before = end
        while end < len(marks) and marks[end].end <= first.start + width:
            end += 1
        if end == before:
            continue  # a part of what has been looked at
        seen = marks[begin:end]
        value = (_weigh(seen), _longest_piece(seen), len(seen))
        if value > best_value:
            best, best_value = seen, value
    return best


def _weigh(marks: Iterable[Mark]) -> int:
    """Return how much of the query some marks show: the different characters of their runs; one may hold another."""
    return len(set("".join({mark.run for mark in marks})))


def _longest_piece(marks: Iterable[Mark]) -> int:
    """Return the length of the longest row of marks that touch: 工资 集体 协商 in one piece is what was typed."""
    longest = begin = end = 0
    for mark in marks:
        begin = begin if mark.start == end else mark.start
        end = mark.end
        longest = max(longest, end - begin)
    return longest


def _cut(text: str, mark: int, before: int, width: int) -> tuple[int, int]:
    """Return the passage around the first of its marks, from the beginning of a sentence where one is near."""
    earliest = max(0, mark - before)
    sentence = max(text.rfind(end, earliest, mark) for end in _SENTENCE_ENDS)
    start = _move_off(text, sentence + 1 if sentence >= 0 else earliest)
    start += text[start : start + 1].isspace()
    return start, _move_off(text, min(len(text), start + width))


def _move_off(text: str, position: int) -> int:
    """Return the position, moved on where it would cut a character or an entity that the text was left with."""
    for entity in _ENTITY.finditer(text, max(0, position - 20), position + 20):
        if entity.start() < position < entity.end():
            return entity.end()
    return _end_of_character(text, position)


def _end_of_character(text: str, position: int) -> int:
    """Return the position, moved on behind what combines with the character before it: accents, second halves."""
    furthest = min(len(text), position + _LONGEST_CHARACTER)
    while 0 < position < furthest and _continues(text, position):
        position += 1
    return position


def _continues(text: str, place: int) -> bool:
    """Return whether what stands at a place is one character with what stands before it."""
    character = text[place]
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me", "Cs")
        or _JOINER in (character, text[place - 1])
        or ord(character) in _SKIN_TONES
    )
