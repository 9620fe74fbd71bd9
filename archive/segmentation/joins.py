"""Segmentation: the evidence on an article's paragraphs -> which sentence that breaks off goes on where.

One-to-one, the surest first: a paragraph goes on with one other at most, and none with itself in a circle.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from archive.segmentation.evidence import Evidence, weigh
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import JoinOffer, JoinOption

# By so much the best must lead over the next best, on either side: to put articles together, or turn their order round;
# and to be said without asking, for a wrong join costs an editor more than a question.
_SURE, _SAID = 1.1, 1.8
_LIKELY = 0.8  # what weighs less is rather lost
_REACH = 60  # paragraphs up and down among which the rest of a sentence is looked for
_MOST_TEXTS, _NEAR = 400, 2  # in longer texts, which are no newspaper pages, it is looked for nearby
_MOST_OPTIONS = 3
_OFFERED = -4.0  # what is less likely is not shown
_CERTAIN = 50.0

Weights = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Join:
    """Two paragraphs by their order in the print; `lead`: of their weight over the next best, and over being lost."""

    one: int
    other: int
    lead: float

    @property
    def is_sure(self) -> bool:
        """Whether articles are put together by it; one that is not is good for the order of an article's columns."""
        return self.lead >= _SURE

    @property
    def is_said(self) -> bool:
        """Whether an editor need not be asked."""
        return self.lead >= _SAID


def weigh_joins(evidence: Evidence) -> Weights:
    """Return the weight of each pair of which the first breaks off; above zero it rather goes on than is lost."""
    weights: Weights = {}
    count = len(evidence.texts)
    reach = _REACH if count <= _MOST_TEXTS else _NEAR
    for one, is_complete in enumerate(evidence.is_complete):
        if is_complete or evidence.is_doubtful[one]:
            continue
        for other in range(max(0, one - reach), min(count, one + reach + 1)):
            if other != one:
                weights[one, other] = _weigh(evidence, one, other)
    return weights


def _weigh(evidence: Evidence, one: int, other: int) -> float:
    """Return the weight of a pair. A line directly below, not indented, was set on in the print."""
    here, there = evidence.texts[one], evidence.texts[other]
    if there.blanks_before == 0 and not there.is_indented and there.line_above == here.number:
        return _CERTAIN
    return weigh(evidence.read(one, other))


def choose_joins(weights: Weights) -> tuple[Join, ...]:
    """Return the joins that speak more for than against, the likeliest first."""
    by_one, by_other = defaultdict(list), defaultdict(list)
    for one, other in weights:
        by_one[one].append(other)
        by_other[other].append(one)
    after: dict[int, int] = {}
    taken: set[int] = set()
    joins: list[Join] = []
    for (one, other), weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        if weight < _LIKELY:
            break
        if one in after or other in taken or _last_of(other, after) == one:
            continue
        rivals = [0.0, *(weights[one, rival] for rival in by_one[one] if rival != other and rival not in taken)]
        rivals += [weights[rival, other] for rival in by_other[other] if rival != one and rival not in after]
        after[one] = other
        taken.add(other)
        joins.append(Join(one, other, weight - max(rivals)))
    return tuple(joins)


def _last_of(one: int, after: dict[int, int]) -> int:
    """Return the paragraph in which the chain that begins with one ends."""
    while one in after:
        one = after[one]
    return one


def make_offers(weights: Weights, texts: Sequence[Paragraph], joins: Sequence[Join]) -> tuple[JoinOffer, ...]:
    """Return for each paragraph that breaks off at most three that it may go on with, what was chosen first."""
    chosen = {join.one: join for join in joins}
    weighed = defaultdict(list)
    for (one, other), weight in weights.items():
        if weight > _OFFERED:
            weighed[one].append((weight, other))
    offers = []
    for one in sorted({one for one, _ in weights}):
        lines = [other for _, other in sorted(weighed[one], reverse=True)]
        if one in chosen:
            lines = [chosen[one].other, *(line for line in lines if line != chosen[one].other)]
        options = tuple(JoinOption(texts[line].number, weights[one, line] > 0) for line in lines[:_MOST_OPTIONS])
        offers.append(JoinOffer(texts[one].number, options))
    return tuple(offers)
