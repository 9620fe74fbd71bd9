"""Splitting: two stored drafts -> what differs, before and after; a draft and such a difference -> the other draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The name of a list of the draft -> where in it something differs, and what stands there.
Piece = dict[str, list[Any]]

_LISTS = ("noise", "unplaced", "copies")
_ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands where two drafts differ, in the one and in the other."""

    before: Piece
    after: Piece


class StepError(Exception):
    """A step that does not fit the draft that it is to be undone in, or done in again."""


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


def replace_piece(draft: Mapping[str, Any], present: Piece, wanted: Piece) -> dict[str, Any]:
    """Return a stored draft with one side of a difference in the place of the other. Raises StepError."""
    lists = _to_lists(draft)
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
        **{name: lists[name] for name in _LISTS},
        "offers": draft["offers"],
    }


def _to_lists(draft: Mapping[str, Any]) -> dict[str, list[Any]]:
    lists: dict[str, list[Any]] = {f"article {article['key']}": article["lines"] for article in draft["articles"]}
    lists |= {name: draft[name] for name in _LISTS}
    lists[_ORDER] = [[article["key"], article["under"], article["kind"]] for article in draft["articles"]]
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
