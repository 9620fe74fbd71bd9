"""Bulk import: the fields and widgets that read each column of a row; a cell that cannot be read raises ValueError."""

import datetime
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.widgets import Widget

from archive.desk.bulk.cells import (
    read_date_cell,
    read_genre_cell,
    read_newspaper_cell,
    read_page_cell,
    read_status_cell,
)
from archive.desk.editing.checking import MOST_CHARACTERS
from archive.desk.editing.entry import Fact
from archive.desk.reviewing.rules import ReviewError, check_author_may_publish
from archive.models import Article, Newspaper, Status

_LONGEST_NAME = 100

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


class ReadField(Field):
    """A field that is only read here: what it says is written when its article is."""

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

    def __init__(self, may_add: bool) -> None:
        super().__init__()
        self.may_add = may_add
        self.known: dict[str, Newspaper] | None = None

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Newspaper | None:
        """Return the newspaper."""
        name = read_newspaper_cell(value)
        if len(name) > _LONGEST_NAME:
            raise ValueError(
                _("太长：最多 %(most)d 字，现在有 %(length)d 字。") % {"most": _LONGEST_NAME, "length": len(name)}
            )
        if self.known is None:
            self.known = {newspaper.name: newspaper for newspaper in Newspaper.objects.all()}
        if name and name not in self.known and not self.may_add:
            raise ValueError(_("档案里没有这份报纸，您的账号不能新加报纸。"))
        return self.known.get(name) or Newspaper(name=name) if name else None


class DateWidget(Widget):
    """A date as exact as it is known."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[datetime.date | None, str]:
        """Return the date and its precision."""
        return read_date_cell(value)


class PageWidget(Widget):
    """The number of a page: 4, 04, 第4版."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> int | None:
        """Return the number."""
        number = read_page_cell(value)
        if number and row and not (row["newspaper"] and row["date"]):
            raise ValueError(_("写了版次，就要写报纸和日期。"))
        return number


class GenreWidget(Widget):
    """A genre by its name in any language of the interface."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        """Return the genre; news where none is given."""
        return read_genre_cell(value)


class StatusWidget(Widget):
    """Where an article shall stand; a table takes none back."""

    def __init__(self, user: User | None) -> None:
        super().__init__()
        self.user = user

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        """Return the status; empty where none is given."""
        status = read_status_cell(value)
        if status == Status.PUBLISHED:
            self._check_publishing()
        return status

    def _check_publishing(self) -> None:
        if self.user is None or not self.user.has_perm("archive.publish_article"):
            raise ValueError(_("您的账号不能发布稿件，请写“%(status)s”。") % {"status": Status.REVIEW.label})
        try:
            check_author_may_publish()
        except ReviewError:
            message = _("导入的人不能自己发布，要由另一个人发布；请写“%(status)s”。")
            raise ValueError(message % {"status": Status.REVIEW.label}) from None


class FactsWidget(Widget):
    """Names of places, programmes or people, several in one cell."""

    def __init__(self, choose: Choose) -> None:
        super().__init__()
        self.choose = lru_cache(maxsize=4096)(choose)  # a table says the same over and over

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> tuple[Fact, ...]:
        """Return what the names stand for, each confirmed."""
        return tuple(self.choose(value)) if value else ()
