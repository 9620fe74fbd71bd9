"""Splitting: newspaper, date, number and section of a page as typed -> their stored form, and back to the page."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.desk.date_entry import read_date_entry
from archive.desk.newspaper_entry import LONGEST_NAME, can_be_added, check_newspaper_entry
from archive.models import Newspaper, Page
from archive.models.precision import date_slug

FIELDS = ("newspaper", "date", "number", "section_label")
_LONGEST = {"newspaper": LONGEST_NAME, "section_label": 50}
_LARGEST_NUMBER = 999


@dataclass(frozen=True, slots=True)
class Folio:
    """A page's own data as an editor types them; the date as exact as it is known."""

    newspaper: str = ""
    date: str = ""
    number: str = ""
    section_label: str = ""
    is_new_newspaper: bool = False

    @property
    def can_newspaper_be_added(self) -> bool:
        """Whether the newspaper is offered as a new one."""
        return can_be_added(self.newspaper)


@dataclass(frozen=True, slots=True)
class FolioForm:
    """What the form of a page's own data shows: the entry, and by field what has to be mended."""

    entry: Folio
    problems: dict[str, str] = field(default_factory=dict)


def read_folio(page: Page) -> Folio:
    """Return what is stored with a page, as its form shows it."""
    date = date_slug(page.date, page.date_precision) if page.date else ""
    newspaper = page.newspaper.name if page.newspaper else ""
    return Folio(newspaper, date, str(page.number or ""), page.section_label)


def check_folio(entry: Folio) -> dict[str, str]:
    """Return by field what has to be mended before an entry is written; empty where nothing is wrong."""
    problems: dict[str, str] = {}
    for name, most in _LONGEST.items():
        if len(getattr(entry, name)) > most:
            problems[name] = _("太长：最多 %(most)d 字。") % {"most": most}
    try:
        read_date_entry(entry.date)
    except ValidationError as error:
        problems["date"] = error.messages[0]
    if entry.number and not _is_number(entry.number):
        problems["number"] = _("版次写成数字，1 到 %(most)d。") % {"most": _LARGEST_NUMBER}
    try:
        check_newspaper_entry(entry.newspaper, entry.is_new_newspaper)
    except ValidationError as error:
        problems["newspaper"] = error.messages[0]
    return problems


def store_folio(entry: Folio, before: list[Any]) -> list[Any]:
    """Return the stored form of an entry that was checked, typed in place of another one.

    It is newspaper, date, precision, number, section label, and whether the date is confirmed: a person has typed it.
    """
    date, precision = read_date_entry(entry.date)
    day = date.isoformat() if date else ""
    number = int(entry.number) if entry.number else None
    _newspaper, *known, _number, _label, was_confirmed = before
    is_confirmed = bool(day) and (was_confirmed or known != [day, precision])
    return [entry.newspaper, day, precision, number, entry.section_label, is_confirmed]


def store_folio_of(page: Page) -> list[Any]:
    """Return the stored form of what a page has."""
    newspaper = page.newspaper.name if page.newspaper else ""
    date = page.date.isoformat() if page.date else ""
    return [newspaper, date, page.date_precision, page.number, page.section_label, page.is_date_confirmed]


def write_folio(page: Page, stored: list[Any]) -> None:
    """Give a page other data of its own, where they are others. Its version names who is logged in."""
    if stored == store_folio_of(page):
        return
    newspaper, date, page.date_precision, page.number, page.section_label, page.is_date_confirmed = stored
    page.newspaper = Newspaper.objects.get_or_create(name=newspaper)[0] if newspaper else None
    page.date = datetime.date.fromisoformat(date) if date else None
    page.save()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= _LARGEST_NUMBER
