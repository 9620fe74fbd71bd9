"""How much of a date is known."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class DatePrecision(models.TextChoices):
    """The part of a date that the print gives; what is finer is stored as 1 and never shown."""

    DAY = "day", gettext_lazy("日")
    MONTH = "month", gettext_lazy("月")
    YEAR = "year", gettext_lazy("年")
    UNKNOWN = "unknown", gettext_lazy("不详")


def format_date(date: datetime.date | None, precision: str) -> str:
    """Return a date as readers see it, as exact as it is known: 2013年9月23日, 2013年9月, 2013年, 日期不详."""
    if date is None or precision == DatePrecision.UNKNOWN:
        return _("日期不详")
    if precision == DatePrecision.YEAR:
        return _("%(year)d年") % {"year": date.year}
    if precision == DatePrecision.MONTH:
        return _("%(year)d年%(month)d月") % {"year": date.year, "month": date.month}
    return _("%(year)d年%(month)d月%(day)d日") % {"year": date.year, "month": date.month, "day": date.day}


def date_slug(date: datetime.date | None, precision: str) -> str:
    """Return a date as an address writes it: 2013-09-23, 2013-09, 2013, undated."""
    if date is None or precision == DatePrecision.UNKNOWN:
        return "undated"
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(DatePrecision(precision), 10)
    return date.isoformat()[:length]


def check_date(date: datetime.date | None, precision: str) -> None:
    """Refuse a date without a precision and a precision without a date."""
    if (date is None) != (precision == DatePrecision.UNKNOWN):
        raise ValidationError({"date_precision": _("有日期时要选日、月或年；没有日期时选“不详”。")})
