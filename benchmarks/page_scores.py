"""Gold and proposed splits of pages -> scores between 0 and 1, by the definitions of docs/segmentation.md."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

Split = Mapping[str, Any]

HEADINGS = ("kicker", "headline", "subhead", "byline")
_LINES = ("section", *HEADINGS, "captions", "body")
_FOUND = 0.9


def lines_of(article: Split) -> set[int]:
    """Return the numbers of all lines of an article."""
    return {line for role in _LINES for line in article.get(role) or []}


def match_articles(gold: list[Split], proposed: list[Split]) -> dict[int, int]:
    """Pair gold articles with proposed ones one to one, those that share most lines first."""
    shared = [
        (len(lines_of(one) & lines_of(other)), i, j) for i, one in enumerate(gold) for j, other in enumerate(proposed)
    ]
    pairs: dict[int, int] = {}
    for count, i, j in sorted(shared, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if count and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


@dataclass(slots=True)
class PageScores:
    """What was right, of how much, over the pages counted so far."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Split, proposed: Split) -> None:
        """Count one page."""
        pairs = match_articles(gold["articles"], proposed["articles"])
        for at, article in enumerate(gold["articles"]):
            self._add_article(article, proposed["articles"][pairs[at]] if at in pairs else {})
        self._add_sets("join", _joins(gold), _joins(proposed))
        copies = {frozenset(pair) for pair in gold.get("duplicates") or []}
        self._count("duplicates", copies & {frozenset(pair) for pair in proposed.get("duplicates") or []}, copies)

    def _add_article(self, gold: Split, proposed: Split) -> None:
        """Count one article of the gold, and what was proposed for it."""
        mine, theirs = lines_of(gold), lines_of(proposed)
        self._count("lines_in_right_article", mine & theirs, mine)
        self._count("articles_found", [1] if mine and len(mine & theirs) >= _FOUND * len(mine | theirs) else [], [1])
        self._count("reading_order", _steps(gold) & _steps(proposed), _steps(gold))
        for role in HEADINGS:
            if gold.get(role):
                is_exact = set(gold[role]) == set(proposed.get(role) or [])
                self._count("heading_lines_exact", [1] if is_exact else [], [1])
        if gold.get("place"):
            self._count("place_exact", [1] if gold["place"] == proposed.get("place") else [], [1])
        self._add_sets("people", set(gold.get("people") or []), set(proposed.get("people") or []))

    def _add_sets(self, name: str, gold: set[Any], proposed: set[Any]) -> None:
        """Count recall and precision."""
        self._count(f"{name}_recall", gold & proposed, gold)
        self._count(f"{name}_precision", gold & proposed, proposed)

    def _count(self, name: str, right: Iterable[Any], of: Iterable[Any]) -> None:
        """Count one score."""
        self.right[name] += sum(1 for _ in right)
        self.of[name] += sum(1 for _ in of)

    def summary(self) -> dict[str, float | None]:
        """Return each score, None where there was nothing to be right about."""
        return {name: round(self.right[name] / count, 4) if count else None for name, count in self.of.items()}


def _steps(article: Split) -> set[tuple[int, int]]:
    """Return the pairs of lines that follow one another in the body."""
    body = article.get("body") or []
    return set(pairwise(body))


def _joins(page: Split) -> set[tuple[int, int]]:
    """Return all joins of a page."""
    return {(one, other) for article in page["articles"] for one, other in article.get("joins") or []}
