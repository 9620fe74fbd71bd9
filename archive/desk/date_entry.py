"""The desk: a date as an editor types it, as exact as it is known -> a date with its precision."""

import calendar
import datetime
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.models import DatePrecision

_ENTRY = re.compile(r"(\d{4})(?:年|[-./]|$)(?:(\d{1,2})(?:月|[-./]|$)(?:(\d{1,2})日?)?)?")
_DIGITS_ALONE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PRECISIONS = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)


def read_date_entry(text: str) -> tuple[datetime.date | None, str]:
    """Return the date and its precision; nothing typed is a date unknown. Raises ValidationError.

    >>> read_date_entry("2013年9月")
    (datetime.date(2013, 9, 1), 'month')
    """
    entry = "".join(unicodedata.normalize("NFKC", text).split())
    if not entry:
        return None, DatePrecision.UNKNOWN.value
    match = _ENTRY.fullmatch(entry) or _DIGITS_ALONE.fullmatch(entry)
    if match is None:
        raise ValidationError(_("看不懂这个日期。请写成 2013-09-23、2013年9月 或 2013。"))
    parts = [int(part) for part in match.groups() if part]
    year, month, day = (*parts, 1, 1)[:3]
    if not 1800 <= year <= datetime.date.today().year + 1:
        raise ValidationError(_("年份不对。"))
    return _find_day(year, month, day), _PRECISIONS[len(parts) - 1].value


def _find_day(year: int, month: int, day: int) -> datetime.date:
    """Return a day of the calendar. Raises ValidationError, which names what the calendar lacks."""
    if not 1 <= month <= 12:
        raise ValidationError(_("没有 %(month)d 月，请看看月份。") % {"month": month})
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        words = {"year": year, "month": month, "day": day, "last": last}
        raise ValidationError(_("没有 %(year)d年%(month)d月%(day)d日这一天：这个月只有 %(last)d 天。") % words)
    return datetime.date(year, month, day)
