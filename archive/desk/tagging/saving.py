"""Tagging: an entry -> the rows of a programme and its aliases, and the job that tags the articles anew."""

from django.contrib.auth.models import User
from django.db import transaction

from archive.desk.tagging.planning import ProgrammeChange, plan_retag
from archive.desk.tagging.programme_entry import ProgrammeEntry, read_entry
from archive.desk.tagging.retagging import start_retag
from archive.desk.vocabulary import load_vocabulary
from archive.extraction.programmes import Programme
from archive.models import City, Initiative, Job


def read_stored(programme: Initiative) -> ProgrammeEntry:
    """Return the entry that a programme is now."""
    return read_entry(programme, programme.aliases.values_list("name", flat=True))


def change_of(programme: Initiative | None, entry: ProgrammeEntry | None) -> ProgrammeChange:
    """Return the change from a stored programme to an entry; None where it is not there, before or after."""
    before = read_stored(programme).as_programme(programme.pk) if programme else None
    return ProgrammeChange(before, entry.as_programme(programme.pk if programme else 0) if entry else None)


def save_programme(entry: ProgrammeEntry, programme: Initiative | None, user: User) -> tuple[Initiative, Job | None]:
    """Write a programme with its aliases and start the job, if there is anything for it to do; all or nothing."""
    with transaction.atomic():
        before = change_of(programme, None).before
        stored = _write(entry, programme or Initiative(), user)
        return stored, retag_changed(before, stored, user)


def retag_changed(before: Programme | None, stored: Initiative, user: User) -> Job | None:
    """Start the job that a change needs; call it in the transaction of the change, after it. None for nothing to do."""
    change = ProgrammeChange(before, read_stored(stored).as_programme(stored.pk))
    plan = plan_retag(change, load_vocabulary())
    return None if plan.is_empty else start_retag(user, plan)


def remove_programme(programme: Initiative, user: User) -> Job:
    """Start the job that takes a programme away from the articles and then removes it."""
    with transaction.atomic():
        plan = plan_retag(change_of(programme, None), load_vocabulary())
        return start_retag(user, plan, removed=programme)


def _write(entry: ProgrammeEntry, programme: Initiative, user: User) -> Initiative:
    city = City.objects.filter(code=entry.origin).first()
    programme.name, programme.category, programme.scope = entry.name, entry.category, entry.scope
    programme.first_year, programme.description = entry.first_year, entry.description
    programme.origin_city = city
    programme.origin_province_id = city.province_id if city else entry.origin or None
    programme._history_user = user  # type: ignore[attr-defined]
    programme.save()
    _write_aliases(entry, programme, user)
    return programme


def _write_aliases(entry: ProgrammeEntry, programme: Initiative, user: User) -> None:
    stored = {alias.name: alias for alias in programme.aliases.all()}
    for name, alias in stored.items():
        if name not in entry.aliases:
            alias._history_user = user  # type: ignore[attr-defined]
            alias.delete()
    for name in entry.aliases:
        if name not in stored:
            new = programme.aliases.model(initiative=programme, name=name)
            new._history_user = user  # type: ignore[attr-defined]
            new.save()
