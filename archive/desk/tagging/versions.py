"""Tagging: a programme -> its versions, each with its aliases at that time, who made it and what it changed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.desk.people import name_person
from archive.desk.tagging.programme_entry import ProgrammeEntry, describe_difference, read_entry
from archive.models import Initiative, InitiativeAlias


@dataclass(frozen=True, slots=True)
class ProgrammeVersion:
    """A programme as it was from a moment on."""

    key: int
    time: datetime.datetime
    person: str
    entry: ProgrammeEntry
    changes: tuple[str, ...]


def read_versions(programme: Initiative) -> tuple[ProgrammeVersion, ...]:
    """Return the versions of a programme, the newest first.

    A version is saved before its aliases: they are what they were until the next version was saved.
    """
    rows = list(Initiative.history.filter(id=programme.pk).select_related("history_user").order_by("history_id"))
    aliases = list(InitiativeAlias.history.filter(initiative_id=programme.pk).order_by("history_date", "history_id"))
    versions: list[ProgrammeVersion] = []
    for at, row in enumerate(rows):
        until = rows[at + 1].history_date if at + 1 < len(rows) else None
        entry = read_entry(row.instance, _aliases_until(aliases, until))
        changes = describe_difference(versions[-1].entry, entry) if versions else ()
        versions.append(
            ProgrammeVersion(row.history_id, row.history_date, name_person(row.history_user), entry, changes)
        )
    return tuple(reversed(versions))


def latest_version(programme: Initiative) -> int:
    """Return the key of a programme's newest version, 0 where it has none."""
    newest = Initiative.history.filter(id=programme.pk).order_by("-history_id").values_list("history_id", flat=True)
    return newest.first() or 0


def _aliases_until(aliases: Sequence[Any], until: datetime.datetime | None) -> list[str]:
    last = {row.id: row for row in aliases if until is None or row.history_date < until}
    return [row.name for row in last.values() if row.history_type != "-"]
