"""The desk: two texts -> what they have in common, what only the one has and what only the other.

Whole sentences are compared first and characters only where sentences differ: a page of half a million characters
takes a second, and what is marked reads like a correction.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.desk.alignment import Stretch, align, join_stretches

_SENTENCE = re.compile(r"[^。!?;！？；\n]*[。!?;！？；\n]+|[^。!?;！？；\n]+")
# So few characters in common between two changes are chance.
_CHANCE = 3


class Change(StrEnum):
    """What became of a passage."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and what became of it; `is_cut` where a screen leaves something out of it."""

    change: Change
    text: str
    is_cut: bool = False

    @property
    def shown(self) -> str:
        """The text; a line break that was added or removed is seen as a sign."""
        return self.text if self.change is Change.SAME else self.text.replace("\n", "↵\n")


def mark_differences(old: str, new: str) -> tuple[Passage, ...]:
    """Return the passages of both texts in the order of the new one; what was removed comes before what was added.

    >>> [(one.change.value, one.text) for one in mark_differences("工会送清凉", "工会送温暖")]
    [('same', '工会送'), ('removed', '清凉'), ('added', '温暖')]
    """
    passages: list[Passage] = []
    for stretch in find_stretches(old, new):
        passages += passages_of(stretch, old, new)
    return tuple(passages)


def passages_of(stretch: Stretch, old: str, new: str) -> tuple[Passage, ...]:
    """Return the one or two passages of a stretch."""
    before, after = old[stretch.old_start : stretch.old_end], new[stretch.new_start : stretch.new_end]
    if stretch.is_same:
        return (Passage(Change.SAME, after),)
    pair = (Passage(Change.REMOVED, before), Passage(Change.ADDED, after))
    return tuple(passage for passage in pair if passage.text)


def abridge(passages: Sequence[Passage], around: int = 40) -> tuple[Passage, ...]:
    """Leave out of a long text what is far from any change."""
    last = len(passages) - 1
    abridged: list[Passage] = []
    for place, passage in enumerate(passages):
        head = around if place > 0 else 0
        tail = around if place < last else 0
        if passage.change is not Change.SAME or len(passage.text) <= head + tail + around:
            abridged.append(passage)
            continue
        start, end = passage.text[:head], passage.text[len(passage.text) - tail :]
        abridged.append(Passage(Change.SAME, f"{start}…{end}", is_cut=True))
    return tuple(abridged)


def find_stretches(old: str, new: str, *, as_printed: bool = False) -> tuple[Stretch, ...]:
    """Return the stretches of two texts, which cover both without a hole.

    With `as_printed` white space, full and half width, capitals and the shape of quotation marks and dashes are no
    differences: nobody reads them as one.
    """
    if not as_printed:
        return tuple(_compare(old, new))
    old_keys, old_places = fold_print(old)
    new_keys, new_places = fold_print(new)
    return tuple(
        Stretch(
            stretch.is_same,
            old_places[stretch.old_start],
            old_places[stretch.old_end],
            new_places[stretch.new_start],
            new_places[stretch.new_end],
        )
        for stretch in _compare(old_keys, new_keys)
    )


_SHAPES = {
    **dict.fromkeys("“”„‟＂「」『』〝〞", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("—―–‐‑‒－─", "-"),
    **dict.fromkeys("·•・‧∙", "·"),
}


class _FoldTable(dict[str, str]):
    """A table of characters that learns each when it first meets it."""

    def __missing__(self, character: str) -> str:
        plain = unicodedata.normalize("NFKC", _SHAPES.get(character, character)).lower()
        folded = plain if len(plain) == 1 else character
        self[character] = "" if folded.isspace() or unicodedata.category(folded) in ("Cc", "Cf") else folded
        return self[character]


_TABLE = _FoldTable()


def fold_print(text: str) -> tuple[str, list[int]]:
    """Return what is compared of a printed text, and the place in it of each character, and of the end.

    What is left out belongs to the character before it.
    """
    keys = [_TABLE[character] for character in text]
    places = [place for place, key in enumerate(keys) if key]
    if places:
        places[0] = 0
    return "".join(keys), [*places, len(text)]


def _compare(old: str, new: str) -> list[Stretch]:
    """Compare sentences, then the characters of those that differ."""
    if old == new:
        return [Stretch(True, 0, len(old), 0, len(new))] if old else []
    old_sentences, new_sentences = _SENTENCE.findall(old), _SENTENCE.findall(new)
    old_places, new_places = _places(old_sentences), _places(new_sentences)
    stretches: list[Stretch] = []
    for rough in align(old_sentences, new_sentences):
        stretch = Stretch(
            rough.is_same,
            old_places[rough.old_start],
            old_places[rough.old_end],
            new_places[rough.new_start],
            new_places[rough.new_end],
        )
        stretches += [stretch] if stretch.is_same else _compare_characters(stretch, old, new)
    return join_stretches(stretches)


def _places(sentences: Iterable[str]) -> list[int]:
    places = [0]
    for sentence in sentences:
        places.append(places[-1] + len(sentence))
    return places


def _compare_characters(stretch: Stretch, old: str, new: str) -> list[Stretch]:
    """Return a stretch that differs in smaller ones, chance agreements taken away."""
    before, after = old[stretch.old_start : stretch.old_end], new[stretch.new_start : stretch.new_end]
    fine = [
        Stretch(
            one.is_same,
            stretch.old_start + one.old_start,
            stretch.old_start + one.old_end,
            stretch.new_start + one.new_start,
            stretch.new_start + one.new_end,
        )
        for one in align(before, after)
    ]
    return join_stretches([_doubt(fine, place) for place in range(len(fine))])


def _doubt(stretches: Sequence[Stretch], place: int) -> Stretch:
    """Return a stretch; one in common that is shorter than the changes on both sides of it is taken for one of them."""
    stretch = stretches[place]
    length = stretch.new_end - stretch.new_start
    if not stretch.is_same or length > _CHANCE or not 0 < place < len(stretches) - 1:
        return stretch
    if length >= min(stretches[place - 1].size, stretches[place + 1].size):
        return stretch
    return Stretch(False, stretch.old_start, stretch.old_end, stretch.new_start, stretch.new_end)
