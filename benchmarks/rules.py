"""The rules of segmentation by name -> segmentation without one of them, to see what it is worth."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any

from archive.segmentation import boundaries, evidence, flow, joins, page, split

_STAGES: dict[str, tuple[Any, str, Any]] = {
    "find_noise": (page, "find_noise", lambda lines: ()),
    "find_duplicates": (page, "find_duplicates", lambda lines: ()),
    "find_turn": (boundaries, "find_turn", lambda article, sources: None),
    "find_signed_turn": (boundaries, "find_signed_turn", lambda article, sources: None),
    "split_off_orphans": (boundaries, "_split_off_orphans", lambda article, sources: [article]),
    "begins_above": (boundaries, "_begins_above", lambda *_: False),
    "claim_text_above": (boundaries, "claim_text_above", lambda above, article, sources: None),
    "find_beginning": (flow, "find_beginning", lambda printed, place, gazetteer: 0),
    "choose_joins": (flow, "choose_joins", lambda weights: ()),
}
_SIGNS = tuple(one.name for one in fields(evidence.Signs))
# The last rule takes whatever is left, so it cannot be left out.
_WALK = tuple(rule.__name__ for rule in split.RULES[:-1])
RULES = (*_WALK, *_STAGES, *_SIGNS)


@contextmanager
def without(rule: str) -> Iterator[None]:
    """Leave a rule out while the context lasts."""
    module, name, value = _find(rule)
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def _find(rule: str) -> tuple[Any, str, Any]:
    """Return what has to be put in which place of which module."""
    if rule in _STAGES:
        return _STAGES[rule]
    if rule in _SIGNS:
        weights = replace(evidence.WEIGHTS, **{rule: 0.0})
        return joins, "weigh", lambda signs: evidence.weigh(signs, weights)
    return split, "RULES", tuple(one for one in split.RULES if one.__name__ != rule)
