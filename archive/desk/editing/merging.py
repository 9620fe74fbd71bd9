"""Editing: two entries made from one version -> one entry with the changes of both, and what only a person can decide.

Compared is field by field, and fact by fact: one saver may confirm a place while the other rejects a programme.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from archive.desk.editing.entry import CONFIRMABLE, TEXTS, Entry, FactState

_FLAG = "confirmed:%s"
_FLAGS = frozenset(_FLAG % name for name in CONFIRMABLE)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field or a fact that both changed, each otherwise: its name, and what each wants in it."""

    name: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What comes of two entries; `taken` names what only the other person changed. Mine stands in a conflict."""

    entry: Entry
    taken: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def merge_entries(base: Entry | None, theirs: Entry, mine: Entry) -> Merge:
    """Merge what is stored now with what an editor made from `base`; where that is not known, all that differs is in
    conflict. The merged entry is one of the version that is stored now.
    """
    versions = [entry.values() if entry else {} for entry in (base, theirs, mine)]
    values: dict[str, str] = {}
    taken: list[str] = []
    conflicts: list[Conflict] = []
    for name in dict.fromkeys((*versions[2], *versions[1], *versions[0])):
        before = _value(versions[0], name) if versions[0] else None
        their, my = (_value(version, name) for version in versions[1:])
        values[name] = their if my == before else my
        if their in (my, before) or name in _FLAGS:
            continue
        if my == before:
            taken.append(name)
        else:
            conflicts.append(Conflict(name, their, my))
    return Merge(_build(values, base, theirs, mine), tuple(taken), tuple(conflicts))


def _value(version: Mapping[str, str], name: str) -> str:
    """Return what a version says in a field; a fact that it does not know is as good as rejected."""
    return version.get(name, FactState.REJECTED.value)


def _build(values: Mapping[str, str], base: Entry | None, theirs: Entry, mine: Entry) -> Entry:
    """Return the entry of merged values; a fact keeps the words and the role of whoever gave it those."""
    unchanged = {(fact.name, fact.role) for fact in base.facts} if base else set()
    own = (fact for fact in mine.facts if (fact.name, fact.role) not in unchanged)
    known = {fact.name: fact for fact in (*mine.facts, *theirs.facts, *own)}
    return Entry(
        version=theirs.version,
        texts={name: values[name] for name in TEXTS},
        confirmed=frozenset(name for name in CONFIRMABLE if _is_confirmed(name, values, theirs, mine)),
        facts=tuple(replace(fact, state=_state(values, fact.name)) for fact in known.values()),
        added=mine.added,
        stored=theirs.stored,
    )


def _state(values: Mapping[str, str], name: str) -> FactState:
    return FactState(_value(values, name))


def _is_confirmed(name: str, values: Mapping[str, str], theirs: Entry, mine: Entry) -> bool:
    """Whether a merged text is confirmed; where only one of the two wants it, by that one."""
    sides = [entry for entry in (theirs, mine) if entry.texts[name] == values[name]]
    if len(sides) == 1:
        return name in sides[0].confirmed
    return values[_FLAG % name] == "yes"
