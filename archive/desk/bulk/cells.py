"""Bulk import: the cells of a row -> what an article has of them; a cell that cannot be read raises ValueError."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.widgets import Widget

from archive.desk.choosing import choose_people, choose_places, choose_programmes
from archive.desk.date_entry import read_date_entry
from archive.desk.editing.checking import MOST_CHARACTERS
from archive.desk.editing.entry import Fact, FactKind, FactState
from archive.desk.vocabulary import Vocabulary
from archive.models import Article, DatePrecision, Genre, Newspaper

_LONGEST_NAME = 100
_PAGE = re.compile(r"第?0*([1-9]\d{0,2})版?")
_SERIAL_DATE = re.compile(r"[1-7]\d{4}(?:\.0+)?")
_FIRST_SERIAL_DAY = 693_594  # the ordinal of 1899-12-30, from which office programs count days

Choose = Callable[[str], Iterable[Fact]]


class GivenField(Field):
    """A field that an empty cell leaves as it is in an article that is there already."""

    def save(self, instance: Article, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        """Set the attribute of the article."""
        if row[self.column_name] or instance.pk is None:
            super().save(instance, row, is_m2m, **kwargs)


class DateField(GivenField):
    """The date with its precision; given in a table it counts as confirmed."""

    def save(self, instance: Article, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        """Set the date and its precision."""
        instance.date, instance.date_precision = self.clean(row)
        instance.is_date_confirmed = instance.date is not None


class FactsField(Field):
    """A field of links: only read here, they are written when their article is."""

    def save(self, instance: Article, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        """Read the cell, so that its problems are told."""
        self.clean(row)


class LineWidget(Widget):
    """A text of limited length."""

    def __init__(self, longest: int) -> None:
        super().__init__()
        self.longest = longest

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        """Return the text."""
        if len(value) > self.longest:
            sizes = {"most": self.longest, "length": len(value)}
            raise ValueError(_("太长：最多 %(most)d 字，现在有 %(length)d 字。") % sizes)
        return value


class BodyWidget(LineWidget):
    """The body; an article needs a body or a headline."""

    def __init__(self) -> None:
        super().__init__(MOST_CHARACTERS)

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        """Return the text."""
        if row and not (value or row["headline"]):
            raise ValueError(_("主题和正文至少要填一项。"))
        return super().clean(value)


class NewspaperWidget(Widget):
    """A newspaper by its name; one that is not in the archive yet is not saved yet."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, Newspaper] | None = None

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Newspaper | None:
        """Return the newspaper."""
        name = read_newspaper_cell(value)
        if len(name) > _LONGEST_NAME:
            raise ValueError(_("太长：最多 %(most)d 字，现在有 %(length)d 字。") % {"most": 100, "length": len(name)})
        if self.known is None:
            self.known = {newspaper.name: newspaper for newspaper in Newspaper.objects.all()}
        return self.known.get(name) or Newspaper(name=name) if name else None


class DateWidget(Widget):
    """A date as exact as it is known."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[datetime.date | None, str]:
        """Return the date and its precision."""
        return read_date_cell(value)


class PageWidget(Widget):
    """The number of a page: 4, 04, 第4版."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> int | None:
        """Return the number; None where none is given."""
        if not value:
            return None
        found = _PAGE.fullmatch("".join(unicodedata.normalize("NFKC", value).split()))
        if found is None:
            raise ValueError(_("版次要写成数字，如 4 或 第4版。"))
        if row and not (row["newspaper"] and row["date"]):
            raise ValueError(_("写了版次，就要写报纸和日期。"))
        return int(found[1])


class GenreWidget(Widget):
    """A genre by its name in any language of the interface."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        """Return the genre; news where none is given."""
        if not value:
            return Genre.NEWS.value
        if (genre := _genres_by_name().get(value.casefold())) is None:
            known = "、".join(str(genre.label) for genre in Genre)
            raise ValueError(_("没有叫“%(name)s”的体裁；可以写：%(known)s。") % {"name": value[:20], "known": known})
        return genre


class FactsWidget(Widget):
    """Names of places, programmes or people, several in one cell."""

    def __init__(self, choose: Choose) -> None:
        super().__init__()
        self.choose = lru_cache(maxsize=4096)(choose)  # a table says the same over and over

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[Fact, ...]:
        """Return what the names stand for, each confirmed."""
        return tuple(self.choose(value)) if value else ()


def read_newspaper_cell(cell: str) -> str:
    """Return the name of a newspaper without the marks that titles stand in."""
    return cell.strip("《》")


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


@lru_cache(maxsize=1)
def _genres_by_name() -> dict[str, str]:
    names = {genre.value: genre.value for genre in Genre}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            names.update({str(genre.label).casefold(): genre.value for genre in Genre})
    return names
