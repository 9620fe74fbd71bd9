"""A query with a date among its words -> the same reports by the day they were printed, offered beside what was found.

Whoever types 2013年9月 送清凉 may mean the words or the newspaper's date: the words are searched, the date is a link.
"""

import calendar
import datetime
import re
from dataclasses import replace
from itertools import chain

from django.utils import timezone

from archive.numerals import NUMERALS, read_number
from search.describing import describe_requests
from search.fields import DATE, YEAR
from search.find import Answer, count_hits
from search.request import SearchRequest
from search.signs import QUOTED, make_plain
from search.spelling.offer import Offer

_LONGEST_TEXT = 60
_FIRST_YEAR = 1900

_CHARACTERS = NUMERALS.replace("十", "")
_A_YEAR = rf"(?:(?<![0-9])[0-9]{{4}}(?![0-9])|(?<![{_CHARACTERS}])[{_CHARACTERS}Oo]{{4}}(?![{_CHARACTERS}]))"
_A_NUMBER = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"

# Quoted runs, what is excluded or joined by an operator, and the words of a field: dates in them are left alone.
_OTHERS = re.compile(rf"-?(?:{QUOTED})|(?<!\S)-\S+|\w+:\s*\S+|\S+(?=\s+(?:OR|AND)\s)|\b(?:NOT|OR|AND)\s+\S+")
# 2013年度, 2013年以来, 2013年9月至10月 and 2013年13月 are no date.
_NO_MORE = (
    rf"(?!\s?(?:年?[度初底末]|[代级級版鉴鑒前后後来來起]|[以之][前后後来來]|[上中下]旬"
    rf"|[-~—–至到]\s?[今0-9{NUMERALS}]|{_A_NUMBER}\s?月))"
)
_IN_WORDS = re.compile(
    rf"(?<![A-Za-z_.:“「『\"-])(?P<year>{_A_YEAR})\s?年"
    rf"(?:\s?(?P<month>{_A_NUMBER})\s?月份?(?:\s?(?P<day>{_A_NUMBER})\s?[日号號])?+)?+{_NO_MORE}的?"
)
_IN_FIGURES = re.compile(
    rf"(?<![\w.:“「『\"-])(?P<year>{_A_YEAR})"
    rf"(?:(?P<sign>[-./])(?P<month>[0-9]{{1,2}})(?:(?P=sign)(?P<day>[0-9]{{1,2}}))?)?(?!\s?年|[\w./-]){_NO_MORE}"
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
    date = _find_date(text)
    if not date:
        return None
    rest = " ".join(f"{text[: date.start()]} {text[date.end() :]}".split())
    asked = replace(request, text=rest, number=1)
    year, month, day = _to_year(date["year"]), date["month"], date["day"]
    try:
        return asked.choose(DATE, [_days(year, month, day)]) if month else asked.choose(YEAR, [str(year)])
    except ValueError:
        return None


def _find_date(text: str) -> re.Match[str] | None:
    """Find the date of a query that names one year."""
    words = _OTHERS.sub(lambda other: "”" * len(other[0]), text)
    if sum(map(_is_year, re.findall(_A_YEAR, words))) != 1:
        return None
    dates = chain(_IN_WORDS.finditer(words), _IN_FIGURES.finditer(words))
    return next((date for date in dates if _is_year(date["year"])), None)


def _is_year(text: str) -> bool:
    return _FIRST_YEAR <= _to_year(text) <= timezone.localdate().year + 1


def _to_year(text: str) -> int:
    """Return 2013 for 二O一三 too, as it is often typed."""
    return read_number(re.sub("[Oo]", "0", text))


def _days(year: int, month: str, day: str | None) -> str:
    first = datetime.date(year, read_number(month), read_number(day or "1"))
    last = first if day else first.replace(day=calendar.monthrange(year, first.month)[1])
    return f"{first}..{last}"
