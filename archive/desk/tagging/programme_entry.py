"""Tagging: a programme as it is stored, or was in a version -> an entry, and what differs between two entries."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.choosing import label_places
from archive.extraction.programmes import Programme
from archive.models import Category, Initiative, Scope

_FIELDS = {
    "name": gettext_lazy("名称"),
    "category": gettext_lazy("类别"),
    "scope": gettext_lazy("范围"),
    "origin": gettext_lazy("起于"),
    "first_year": gettext_lazy("首见年份"),
    "description": gettext_lazy("说明"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """What an editor fills in of a programme; `origin` is the code of a place or empty."""

    name: str
    aliases: tuple[str, ...]
    category: str
    scope: str
    origin: str
    first_year: int | None
    description: str

    @property
    def fingerprint(self) -> str:
        """A mark that is another for every other entry."""
        return hashlib.blake2b(repr(astuple(self)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def as_programme(self, key: int) -> Programme:
        """Return what extraction looks for."""
        return Programme(key, (self.name, *self.aliases), self.scope == Scope.LOCAL, self.origin)


def read_entry(initiative: Initiative, aliases: Iterable[str]) -> ProgrammeEntry:
    """Return the entry that a programme is, or was as a version of it, with its aliases."""
    return ProgrammeEntry(
        name=initiative.name,
        aliases=tuple(aliases),
        category=initiative.category,
        scope=initiative.scope,
        origin=initiative.origin_city_id or initiative.origin_province_id or "",
        first_year=initiative.first_year,
        description=initiative.description,
    )


def describe_difference(old: ProgrammeEntry, new: ProgrammeEntry) -> tuple[str, ...]:
    """Return what a person changed from one entry to another, a phrase each."""
    changes = []
    for field, label in _FIELDS.items():
        before, after = _show(old, field), _show(new, field)
        if before != after:
            changes.append(_("%(label)s：%(before)s → %(after)s") % {"label": label, "before": before, "after": after})
    changes += [_("加别名 %(name)s") % {"name": name} for name in new.aliases if name not in old.aliases]
    changes += [_("去别名 %(name)s") % {"name": name} for name in old.aliases if name not in new.aliases]
    return tuple(changes)


def _show(entry: ProgrammeEntry, field: str) -> str:
    value = getattr(entry, field)
    if field == "origin":
        value = label_places([value]).get(value, "")
    if field == "scope":
        value = Scope(value).label if value in Scope.values else value
    if field == "category":
        value = Category(value).label if value in Category.values else value
    return str(value or _("（空）"))
