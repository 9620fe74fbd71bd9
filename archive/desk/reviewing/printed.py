"""The desk: a page's original text and the articles made of it -> which printed line stands where in which article.

An article's text says itself which lines it was made of: a line is that article's in which most of its runs of four
characters stand. So corrections of the text, and pages that were taken in before there was a split, do no harm.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from archive.desk.differences import fold_print
from archive.intake.lines import read_lines
from archive.segmentation.paragraph import read_paragraphs

_RUN = 4
# So much of a line has to be in an article; of a short one more, its runs may be there by chance.
_SHORT = 12
_LEAST_OF_SHORT = 0.85
_LEAST = 0.6
# A line whose place in the article another one has already is a copy that was printed twice.
_TAKEN = 0.8


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it was printed, and the keys of the articles it is in: of several, where it heads several briefs."""

    number: int
    text: str
    keys: str
    owners: frozenset[int]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of one article, by where it begins in the article's folded text."""

    line: PrintedLine
    place: int


def read_printed_lines(page_text: str, articles: Mapping[int, str]) -> tuple[PrintedLine, ...]:
    """Return the lines of a page, each with the article it went into; `articles` are texts by key."""
    paragraphs = read_paragraphs(read_lines(page_text))
    holders = _Holders(articles)
    lines = ((paragraph, fold_print(paragraph.text)[0]) for paragraph in paragraphs)
    return tuple(PrintedLine(one.number, one.text, keys, holders.find(keys)) for one, keys in lines)


def place_lines(lines: Iterable[PrintedLine], text: str) -> tuple[PlacedLine, ...]:
    """Return the lines in the order in which an article has them; copies of a line are left out."""
    places = _Places(fold_print(text)[0])
    own = list(lines)
    # Long lines first: a short one may stand in them by chance.
    exact = sorted((line for line in own if places.has(line.keys)), key=lambda line: -len(line.keys))
    others = [line for line in own if not places.has(line.keys)]
    placed = []
    for line in (*exact, *others):
        place = places.take(line.keys)
        if place is not None:
            placed.append(PlacedLine(line, place))
    return tuple(sorted(placed, key=lambda one: (one.place, one.line.number)))


class _Holders:
    """The articles of a page, looked up by what stands in them."""

    def __init__(self, articles: Mapping[int, str]) -> None:
        self.by_run: dict[str, set[int]] = defaultdict(set)
        self.by_line: dict[str, set[int]] = defaultdict(set)
        for key, text in articles.items():
            for run in _runs(fold_print(text)[0]):
                self.by_run[run].add(key)
            for line in text.split("\n"):
                self.by_line[fold_print(line)[0]].add(key)

    def find(self, keys: str) -> frozenset[int]:
        """Return the articles that have a line as a whole, else the one that has most of it."""
        if not keys:
            return frozenset()
        if whole := self.by_line.get(keys):
            return frozenset(whole)
        runs = _runs(keys)
        counts = Counter(key for run in runs for key in self.by_run.get(run, ()))
        least = len(runs) * (_LEAST if len(keys) >= _SHORT else _LEAST_OF_SHORT)
        fitting = [key for key, count in counts.items() if count >= least]
        best = min(fitting, key=lambda key: (-counts[key], key), default=None)
        return frozenset() if best is None else frozenset({best})


class _Places:
    """An article's folded text, and which of it is taken by lines already."""

    def __init__(self, keys: str) -> None:
        self.keys = keys
        self.taken = bytearray(len(keys))
        self.searched: dict[str, int] = {}
        self.first: dict[str, int] = {}
        for place, run in enumerate(_runs(keys)):
            self.first.setdefault(run, place)

    def has(self, keys: str) -> bool:
        """Return whether a line stands in the text as a whole."""
        return keys in self.keys

    def take(self, keys: str) -> int | None:
        """Return where a line stands, and take that place; None where it is taken."""
        place = self._find_free(keys) if self.has(keys) else self._estimate(keys)
        if place is not None:
            self.taken[place : place + len(keys)] = b"\1" * len(self.taken[place : place + len(keys)])
        return place

    def _find_free(self, keys: str) -> int | None:
        """Return the next place of a whole line that is free."""
        place = self.keys.find(keys, self.searched.get(keys, 0))
        while place >= 0 and not self._is_free(place, len(keys)):
            place = self.keys.find(keys, place + len(keys))
        self.searched[keys] = place + len(keys) if place >= 0 else len(self.keys)
        return place if place >= 0 else None

    def _estimate(self, keys: str) -> int | None:
        """Return where a line begins that stands in the text with differences."""
        begins = [self.first[run] - offset for offset, run in enumerate(_runs(keys)) if run in self.first]
        if not begins:
            return None
        place = max(0, median_low(begins))
        return place if self._is_free(place, len(keys)) else None

    def _is_free(self, place: int, length: int) -> bool:
        return self.taken.count(1, place, place + length) < _TAKEN * length


def _runs(keys: str) -> Sequence[str]:
    return [keys[start : start + _RUN] for start in range(len(keys) - _RUN + 1)]
