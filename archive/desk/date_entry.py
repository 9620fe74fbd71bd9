"""The desk: a date as an editor types it, as exact as it is known -> a date with its precision."""

import datetime
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.models import DatePrecision

_ENTRY = re.compile(r"(\d{4})(?:年|[-./]|$)(?:(\d{1,2})(?:月|[-./]|$)(?:(\d{1,2})日?)?)?")
_DIGITS_ALONE = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_date_entry(text: str) -> tuple[datetime.date | None, str]:
    """Return the date and its precision; nothing typed is a date unknown. Raises ValidationError.

    >>> read_date_entry("2013年9月")
    (datetime.date(2013, 9, 1), 'month')
    """
    entry = "".join(unicodedata.normalize("NFKC", text).split())
    if not entry:
        return None, DatePrecision.UNKNOWN.value
    match = _ENTRY.fullmatch(entry) or _DIGITS_ALONE.fullmatch(entry)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        date = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValidationError(_("看不懂这个日期。请写成 2013-09-23、2013年9月 或 2013。")) from None
    if not 1800 <= date.year <= datetime.date.today().year + 1:
        raise ValidationError(_("年份不对。"))
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    return date, precision.value
