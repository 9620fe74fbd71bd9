"""A query with a date among its words -> the same reports by the day they were printed, offered beside what was found.

Whoever types 2013年9月 送清凉 may mean the words or the newspaper's date: the words are searched, the date is a link.
"""

import calendar
import datetime
import re
from dataclasses import replace

from search.describing import describe_requests
from search.fields import DATE, YEAR
from search.find import Answer, count_hits
from search.request import SearchRequest
from search.signs import make_plain
from search.spelling.offer import Offer

_LONGEST_TEXT = 60
_DATE = re.compile(
    r"(?<![\w.:“「『\"-])(?P<year>(?:19|20)[0-9]{2})(?:"
    r"年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})[日号])?"
    r"|年?(?![\w./-])"
    r"|(?P<sign>[-./])(?P<number>[0-9]{1,2})(?:(?P=sign)(?P<last>[0-9]{1,2}))?(?![\w./-])"
    r")"
)


def offer_date(answer: Answer, engine: str = "default") -> Offer | None:
    """Return the search by date that a query may mean; None where it has no date, or none was printed then."""
    asked = read_date(answer.request)
    total = count_hits(asked, engine) if asked else 0
    return Offer(describe_requests([asked])[0], asked.url, total) if asked and total else None


def read_date(request: SearchRequest) -> SearchRequest | None:
    """Return the request with the one date of its words as a choice; None where it has none, or days are chosen."""
    text = make_plain(request.text)
    if len(text) > _LONGEST_TEXT or request.chosen(DATE) or request.chosen(YEAR):
        return None
    dates = list(_DATE.finditer(text))
    if len(dates) != 1:
        return None
    rest = " ".join(f"{text[: dates[0].start()]} {text[dates[0].end() :]}".split())
    asked = replace(request, text=rest, number=1)
    year, month, day = (int(number or 0) for number in _numbers(dates[0]))
    try:
        return asked.choose(DATE, [_days(year, month, day)]) if month else asked.choose(YEAR, [str(year)])
    except ValueError:
        return None


def _numbers(date: re.Match[str]) -> tuple[str | None, str | None, str | None]:
    return date["year"], date["month"] or date["number"], date["day"] or date["last"]


def _days(year: int, month: int, day: int) -> str:
    first = datetime.date(year, month, day or 1)
    last = first if day else first.replace(day=calendar.monthrange(year, month)[1])
    return f"{first}..{last}"
