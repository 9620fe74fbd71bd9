"""The desk: two sequences -> their longest common subsequence, as stretches; large ones are cut into pieces first."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

# What the alignment keeps in memory is one bit for each pair: 32 MB.
_MOST_PAIRS = 256_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two sequences: common to both, or what of the old one is replaced by what of the new one."""

    is_same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        """The length of the longer side."""
        return max(self.old_end - self.old_start, self.new_end - self.new_start)

    @property
    def pairs(self) -> int:
        """How many pairs an alignment of it has to look at."""
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


def align(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Return the stretches of two sequences, which cover both without a hole; none of two empty ones."""
    head = _common_head(old, new)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    middle = Stretch(False, head, old_end, head, new_end)
    pieces = [middle] if middle.pairs <= _MOST_PAIRS else _cut(old, new, middle)
    aligned = [stretch for piece in pieces for stretch in _align_piece(old, new, piece)]
    return join_stretches(
        [Stretch(True, 0, head, 0, head), *aligned, Stretch(True, old_end, len(old), new_end, len(new))]
    )


def join_stretches(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join neighbours of one kind; empty ones fall away."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if not stretch.size:
            continue
        if joined and joined[-1].is_same == stretch.is_same:
            last = joined.pop()
            stretch = Stretch(stretch.is_same, last.old_start, stretch.old_end, last.new_start, stretch.new_end)
        joined.append(stretch)
    return joined


def _common_head(one: Sequence[str], other: Sequence[str]) -> int:
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def _align_piece(old: Sequence[str], new: Sequence[str], piece: Stretch) -> list[Stretch]:
    """Return a piece's stretches; one that is still too large is different as a whole."""
    if piece.pairs > _MOST_PAIRS:
        return [piece]
    before, after = old[piece.old_start : piece.old_end], new[piece.new_start : piece.new_end]
    return [
        Stretch(
            one.tag == "equal",
            piece.old_start + one.src_start,
            piece.old_start + one.src_end,
            piece.new_start + one.dest_start,
            piece.new_start + one.dest_end,
        )
        for one in Indel.opcodes(before, after)
    ]


def _cut(old: Sequence[str], new: Sequence[str], whole: Stretch) -> list[Stretch]:
    """Cut a stretch before what both sides have just once."""
    pieces: list[Stretch] = []
    old_start, new_start = whole.old_start, whole.new_start
    before, after = old[whole.old_start : whole.old_end], new[whole.new_start : whole.new_end]
    for old_place, new_place in _anchors(before, after):
        old_end, new_end = whole.old_start + old_place, whole.new_start + new_place
        pieces.append(Stretch(False, old_start, old_end, new_start, new_end))
        old_start, new_start = old_end, new_end
    return [*pieces, Stretch(False, old_start, whole.old_end, new_start, whole.new_end)]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of what both have just once, as many as stand in the same order in both."""
    in_old, in_new = Counter(old), Counter(new)
    places = {one: place for place, one in enumerate(new) if in_new[one] == 1}
    pairs = [(place, places[one]) for place, one in enumerate(old) if in_old[one] == 1 and one in places]
    return [pairs[number] for number in _longest_rise([new_place for _place, new_place in pairs])]


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the places of a longest rising subsequence of different numbers.

    >>> _longest_rise([2, 0, 1])
    [1, 2]
    """
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        holders[length : length + 1] = [place]
    rise: list[int] = []
    place = holders[-1] if holders else -1
    while place >= 0:
        rise.append(place)
        place = before[place]
    return rise[::-1]
