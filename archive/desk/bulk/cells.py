"""Bulk import: the text of a cell -> what it says of an article; a cell that cannot be read raises ValueError."""

import datetime
import re
import unicodedata
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext as _

from archive.desk.choosing import choose_people, choose_places, choose_programmes
from archive.desk.date_entry import read_date_entry
from archive.desk.editing.entry import Fact, FactKind, FactState
from archive.desk.vocabulary import Vocabulary
from archive.models import DatePrecision, Genre, Status

# What a table may say of where an article stands.
_WRITTEN_STATUSES = (Status.DRAFT, Status.REVIEW, Status.PUBLISHED)

_PAGE = re.compile(r"第?0*([1-9]\d{0,2})版?")
_SERIAL_DATE = re.compile(r"[1-7]\d{4}(?:\.0+)?")
_FIRST_SERIAL_DAY = 693_594  # the ordinal of 1899-12-30, from which office programs count days


def read_status_cell(cell: str) -> str:
    """Return the status that a cell gives, by its name in any language of the interface. Raises ValueError."""
    status = _values_by_name(Status).get(cell.casefold()) if cell else ""
    if status is None or (status and status not in _WRITTEN_STATUSES):
        known = "、".join(str(status.label) for status in _WRITTEN_STATUSES)
        raise ValueError(_("状态可以写：%(known)s；空着就是草稿。") % {"known": known})
    return status


def read_genre_cell(cell: str) -> str:
    """Return the genre that a cell gives by its name in any language; news where none is given. Raises ValueError."""
    genre = _values_by_name(Genre).get(cell.casefold()) if cell else Genre.NEWS.value
    if genre is None:
        known = "、".join(str(genre.label) for genre in Genre)
        raise ValueError(_("没有叫“%(name)s”的体裁；可以写：%(known)s。") % {"name": cell[:20], "known": known})
    return genre


def read_newspaper_cell(cell: str) -> str:
    """Return the name of a newspaper without the marks that titles stand in."""
    return cell.strip("《》")


def read_page_cell(cell: str) -> int | None:
    """Return the number of a page; None where none is given. Raises ValueError."""
    found = _PAGE.fullmatch("".join(unicodedata.normalize("NFKC", cell).split()))
    if cell and found is None:
        raise ValueError(_("版次要写成数字，如 4 或 第4版。"))
    return int(found[1]) if found else None


def read_date_cell(cell: str) -> tuple[datetime.date | None, str]:
    """Return a date and its precision; the number of a day as office programs count them is a date too.

    Raises ValueError.
    """
    if _SERIAL_DATE.fullmatch(cell):
        return datetime.date.fromordinal(_FIRST_SERIAL_DAY + int(float(cell))), DatePrecision.DAY.value
    try:
        return read_date_entry(cell)
    except ValidationError as error:
        raise ValueError(error.messages[0]) from None


def choose_place_facts(text: str, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Return the places that a cell names. Raises ValueError."""
    chosen = choose_places(text, vocabulary.gazetteer)
    if chosen.problems:
        raise ValueError(" ".join(chosen.problems))
    return tuple(Fact(FactKind.PLACE, key, FactState.CONFIRMED) for key in chosen.keys)


def choose_programme_facts(text: str, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Return the programmes that a cell names. Raises ValueError."""
    chosen = choose_programmes(text, vocabulary)
    if chosen.problems:
        raise ValueError(" ".join(chosen.problems))
    return tuple(Fact(FactKind.PROGRAMME, key, FactState.CONFIRMED) for key in chosen.keys)


def choose_person_facts(text: str) -> tuple[Fact, ...]:
    """Return the people that a cell names."""
    people = choose_people(text)
    return tuple(Fact(FactKind.PERSON, person.name, FactState.CONFIRMED, role=person.role) for person in people)


@lru_cache
def _values_by_name(choices: type[TextChoices]) -> dict[str, str]:
    names = {choice.value: choice.value for choice in choices}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            names.update({str(choice.label).casefold(): choice.value for choice in choices})
    return names
