"""History: an article -> its versions, each with who made it, when, and which fields it changed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.core.paginator import Page as Screen
from django.utils.translation import gettext as _

from archive.desk.editing.entry import Entry, FactState
from archive.desk.editing.labelling import Labels, label_facts, label_field
from archive.desk.history.past import Past, find_following, find_previous
from archive.desk.people import name_person
from archive.models import Article, Page, Status

# What the edit screen does not change, and a version has too.
_OUTSIDE = ("status", "page_id", "order")


@dataclass(frozen=True, slots=True)
class Version:
    """A version: its place among all, from 1, and its history_id; `changed` names what is not as it was before."""

    number: int
    key: int
    time: datetime.datetime
    person: str
    reason: str
    changed: tuple[str, ...]
    is_first: bool
    is_newest: bool


def describe_version(row: Any, number: int, total: int, changed: tuple[str, ...] = ()) -> Version:
    """Return what a screen shows of a version."""
    return Version(
        number=number,
        key=row.history_id,
        time=row.history_date,
        person=name_person(row.history_user),
        reason=row.history_change_reason or "",
        changed=changed,
        is_first=number == 1,
        is_newest=number == total,
    )


def number_version(article: Article, row: Any) -> Version:
    """Return what a screen shows of a version of which it shows nothing else."""
    number = article.history.filter(history_id__lte=row.history_id).count()
    return describe_version(row, number, article.history.count())


def list_versions(article: Article, past: Past, screen: "Screen[Any]") -> tuple[Version, ...]:
    """Return one screenful of versions, the newest first."""
    rows = list(screen.object_list)
    if not rows:
        return ()
    before = find_previous(article, rows[-1])
    chain = [*rows, before] if before else rows
    following = find_following(article, rows[0])
    entries = [past.read(row, after) for after, row in pairwise([following, *chain])]
    labels = label_facts(fact for entry in entries for fact in entry.facts)
    changed = [
        (*_changed_outside(old_row, row), *_changed_fields(old, new, labels))
        for (row, new), (old_row, old) in pairwise(zip(chain, entries, strict=True))
    ]
    # The very first version changed nothing.
    changed.append(())
    total, last = screen.paginator.count, screen.paginator.count - screen.start_index() + 1
    return tuple(describe_version(row, last - at, total, changed[at]) for at, row in enumerate(rows))


def describe_outside(old: Any, new: Any) -> tuple[tuple[str, str, str], ...]:
    """Return what two versions have different beside their entries: its label, and the texts of both."""
    return tuple(
        (label, _shown(name, getattr(old, name)), _shown(name, getattr(new, name)))
        for name, label in _outside_labels()
        if getattr(old, name) != getattr(new, name)
    )


def _outside_labels() -> Iterable[tuple[str, str]]:
    for name in _OUTSIDE:
        field = Article._meta.get_field(name.removesuffix("_id"))
        yield name, str(field.verbose_name)  # type: ignore[union-attr]


def _shown(name: str, value: Any) -> str:
    if name == "status":
        return str(Status(value).label) if value in Status.values else str(value)
    if value is None:
        return _("无")
    return str(Page.objects.filter(pk=value).first() or value) if name == "page_id" else str(value)


def _changed_outside(old: Any, new: Any) -> Iterable[str]:
    for label, before, after in describe_outside(old, new):
        yield _("%(field)s：%(before)s → %(after)s") % {"field": label, "before": before, "after": after}


def _changed_fields(old: Entry, new: Entry, labels: Labels) -> Iterable[str]:
    before, after = old.values(), new.values()
    for name in dict.fromkeys((*after, *before)):
        if before.get(name, FactState.REJECTED) != after.get(name, FactState.REJECTED):
            yield label_field(name, labels)
