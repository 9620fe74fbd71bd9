"""Extraction: the text of an article -> the programmes it names, each with the words that name it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from archive.extraction.gazetteer import Gazetteer

_SENTENCE_ENDS = frozenset("。！？!?；;\n")


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of the vocabulary: its key, all its names, and for a local one the place it belongs to."""

    key: int
    names: tuple[str, ...]
    is_local: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class FoundProgramme:
    """A programme that a text names; `evidence` is as printed."""

    key: int
    evidence: str


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without marks and spaces, and where each of its characters was printed."""

    text: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A programme's name in a folded text."""

    start: int
    end: int
    key: int


def find_programmes(
    text: str, programmes: Iterable[Programme], place: str, gazetteer: Gazetteer
) -> tuple[FoundProgramme, ...]:
    """Return the programmes that a text names, in order of first mention; of overlapping names the longest.

    A local programme counts only in an article about its place, or one that lies in it or around it.
    """
    folded = fold(text)
    hits = [
        hit
        for programme in programmes
        if belongs(programme, place, gazetteer)
        for name in programme.names
        for hit in _find_name(fold(name).text, programme.key, folded.text)
    ]
    found: dict[int, FoundProgramme] = {}
    for hit in _longest(hits):
        printed = text[folded.positions[hit.start] : folded.positions[hit.end - 1] + 1]
        found.setdefault(hit.key, FoundProgramme(hit.key, printed))
    return tuple(found.values())


def belongs(programme: Programme, place: str, gazetteer: Gazetteer) -> bool:
    """Whether a programme may be meant in an article about a place."""
    if not programme.is_local or not programme.place:
        return True
    return bool(place) and gazetteer.are_related(place, programme.place)


def fold(text: str) -> _Folded:
    """Leave out quotation marks, commas and spaces: “面心实” is 面心实. The end of a sentence stays a border."""
    kept = [(sign, at) for at, character in enumerate(text) if (sign := _fold_character(character))]
    return _Folded("".join(sign for sign, _ in kept), tuple(at for _, at in kept))


def _fold_character(character: str) -> str:
    """Return what is compared of a character: nothing, a border, or the character in its narrow form."""
    if character in _SENTENCE_ENDS:
        return "\n"
    if unicodedata.category(character)[0] in "PZC":
        return ""
    narrow = unicodedata.normalize("NFKC", character).lower()
    return narrow if len(narrow) == 1 else character


def _find_name(name: str, key: int, text: str) -> Iterable[_Hit]:
    """Return where a name stands; a number at its edge must not be part of a longer one."""
    start = text.find(name) if len(name) > 1 else -1
    while start >= 0:
        end = start + len(name)
        if not (_splits_number(text, start) or _splits_number(text, end)):
            yield _Hit(start, end, key)
        start = text.find(name, end)


def _splits_number(text: str, at: int) -> bool:
    """Whether both neighbours of a border are digits."""
    return 0 < at < len(text) and text[at - 1].isdigit() and text[at].isdigit()


def _longest(hits: list[_Hit]) -> list[_Hit]:
    """Return the hits in order of the text, without those that a longer one covers."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = range(hit.start, hit.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
