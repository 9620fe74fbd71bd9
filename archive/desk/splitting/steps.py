"""Splitting: two stored states -> what differs, before and after; a state and such a difference -> the other state.

A state is a stored draft (draft.py), and under `page` what the page says of itself (folio.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The name of a list of the state -> where in it something differs, and what stands there.
Piece = dict[str, list[Any]]

_LISTS = ("noise", "unplaced", "copies", "page")
_ORDER = "order"
_OFFERS = "offers"
_OF_NO_LINES = ("page", _ORDER, _OFFERS)


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands where two states differ, in the one and in the other."""

    before: Piece
    after: Piece


class StepError(Exception):
    """A step that does not fit the state that it is to be undone in, or done in again."""


def find_difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """Return what a change has changed, each list cut down to the stretch that differs."""
    old, new = _to_lists(before), _to_lists(after)
    difference = Difference({}, {})
    for name in old | new:
        one, other = old.get(name, []), new.get(name, [])
        if one != other:
            at, length = _same_start(one, other), _same_end(one, other)
            difference.before[name] = [at, one[at : len(one) - length]]
            difference.after[name] = [at, other[at : len(other) - length]]
    return difference


def replace_piece(state: Mapping[str, Any], present: Piece, wanted: Piece) -> dict[str, Any]:
    """Return a state with one side of a difference in the place of the other. Raises StepError."""
    lists = _to_lists(state)
    for name, (at, items) in present.items():
        known = lists.get(name, [])
        if known[at : at + len(items)] != items:
            raise StepError(name)
        lists[name] = [*known[:at], *wanted[name][1], *known[at + len(items) :]]
    return {
        "articles": [
            {"key": key, "under": under, "kind": kind, "lines": lists[f"article {key}"]}
            for key, under, kind in lists[_ORDER]
        ],
        **{name: lists[name] for name in _LISTS if name in state},
        "offers": dict(lists[_OFFERS]),
    }


def touched_names(difference: Difference) -> frozenset[str]:
    """Return what a difference is about: `line 63`, `article 2`, `noise`, `order`, `page`."""
    pieces = [piece for side in (difference.before, difference.after) for piece in side.items()]
    lines = (f"line {item[0]}" for name, (_at, items) in pieces if name not in _OF_NO_LINES for item in items)
    return frozenset((*(name for name, _piece in pieces), *lines))


def _to_lists(state: Mapping[str, Any]) -> dict[str, list[Any]]:
    lists: dict[str, list[Any]] = {f"article {article['key']}": article["lines"] for article in state["articles"]}
    lists |= {name: state[name] for name in _LISTS if name in state}
    lists[_ORDER] = [[article["key"], article["under"], article["kind"]] for article in state["articles"]]
    lists[_OFFERS] = [[line, state["offers"][line]] for line in sorted(state["offers"], key=int)]
    return lists


def _same_start(one: list[Any], other: list[Any]) -> int:
    """Return how many items are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (item, its) in pairs if item != its), min(len(one), len(other)))


def _same_end(one: list[Any], other: list[Any]) -> int:
    """Return how many items are the same from the end, those of the same beginning left out."""
    start = _same_start(one, other)
    most = min(len(one), len(other)) - start
    pairs = enumerate(zip(reversed(one), reversed(other), strict=False))
    return min(most, next((at for at, (item, its) in pairs if item != its), most))
