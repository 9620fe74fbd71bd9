"""Editing: what two savers dispute -> the screen on which one of them settles it, and back: the entry that was chosen.

The form holds all of the merged entry, and for each disputed field `theirs:…`, `mine:…`, `edited:…` with a text, and
`choose:…` that says which of the three is meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from archive.desk.differences import Passage, mark_differences
from archive.desk.editing.entry import Entry, read_fields, write_fields
from archive.desk.editing.labelling import label_facts, label_field, label_value
from archive.desk.editing.merging import Conflict
from archive.desk.editing.saving import Outcome, Saver

_SIDES = ("theirs", "mine", "edited")
_TYPED = ("kicker", "headline", "subhead", "byline", "dateline", "date", "newspaper", "body")


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed field: what each wants, as fields and as words, and what differs from theirs in mine."""

    name: str
    label: str
    theirs: str
    mine: str
    shown_theirs: str
    shown_mine: str
    passages: tuple[Passage, ...]
    can_be_edited: bool


def build_conflict(outcome: Outcome, mine: Entry) -> dict[str, Any]:
    """Return what the conflict screen shows."""
    merge = outcome.merge
    assert merge is not None  # noqa: S101  without a merge there is no conflict
    labels = label_facts(merge.entry.facts)
    return {
        "article": outcome.article,
        "saver": outcome.saver,
        "other": _name_other(outcome.saver),
        "opened": mine.version,
        "fields": write_fields(merge.entry),
        "disputes": [_describe(conflict, labels) for conflict in merge.conflicts],
        "taken": [label_field(name, labels) for name in merge.taken],
    }


def _name_other(saver: Saver | None) -> str:
    """Return whose the other text is: another person's, or that of one's own other window."""
    if saver and saver.is_oneself:
        return _("另一个窗口")
    return saver.name if saver and saver.name else _("别人")


def read_resolved(fields: Mapping[str, str]) -> Entry:
    """Return the entry that was chosen; a field without a choice stays mine."""
    chosen = dict(fields)
    for name, side in fields.items():
        disputed = name.removeprefix("choose:")
        if disputed != name and side in _SIDES:
            chosen[disputed] = fields.get(f"{side}:{disputed}", "")
    return read_fields(chosen)


def _describe(conflict: Conflict, labels: Mapping[str, str]) -> Dispute:
    theirs, mine = (label_value(conflict.name, value) for value in (conflict.theirs, conflict.mine))
    return Dispute(
        name=conflict.name,
        label=label_field(conflict.name, labels),
        theirs=conflict.theirs,
        mine=conflict.mine,
        shown_theirs=theirs,
        shown_mine=mine,
        passages=mark_differences(theirs, mine),
        can_be_edited=conflict.name in _TYPED,
    )
