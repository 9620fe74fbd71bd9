"""The counts of queries in a period -> what administrators read: the most frequent, and those that found nothing."""

import csv
import datetime
from dataclasses import dataclass
from typing import TextIO

from django.db.models import Count, IntegerChoices, Max, Sum
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.jobs.report import guard_cell
from search.models import QueryCount
from search.request import SearchRequest


class Period(IntegerChoices):
    """How many days are looked back over, today counted."""

    WEEK = 7, gettext_lazy("一周")
    MONTH = 30, gettext_lazy("一个月")
    QUARTER = 90, gettext_lazy("三个月")
    YEAR = 365, gettext_lazy("一年")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period of a number of days; a month for what is none."""
        return next((period for period in cls if str(period.value) == text), cls.MONTH)

    @property
    def first_day(self) -> datetime.date:
        """The day it begins with."""
        return timezone.localdate() - datetime.timedelta(days=self.value - 1)


@dataclass(frozen=True, slots=True)
class QueryLine:
    """One query with its counts in a period."""

    query: str
    asked: int
    found_nothing: int
    relaxed: int
    days: int
    last_day: datetime.date

    @property
    def url(self) -> str:
        """The address that asks it again."""
        return SearchRequest(text=self.query).url


def read_frequent(period: Period, most: int) -> list[QueryLine]:
    """Return the queries asked most often."""
    return _read(period, "asked", most)


def read_vain(period: Period, most: int) -> list[QueryLine]:
    """Return the queries that found nothing, the most frequent of these first."""
    return _read(period, "found_nothing", most)


def _read(period: Period, order: str, most: int | None = None) -> list[QueryLine]:
    days = QueryCount.objects.filter(day__gte=period.first_day).order_by()
    sums = days.values("query").annotate(
        total_asked=Sum("asked"),
        total_found_nothing=Sum("found_nothing"),
        total_relaxed=Sum("relaxed"),
        days=Count("day"),
        last_day=Max("day"),
    )
    column = f"total_{order}"
    rows = sums.filter(**{f"{column}__gt": 0}).order_by(f"-{column}", "query")
    columns = ("query", "total_asked", "total_found_nothing", "total_relaxed", "days", "last_day")
    return [QueryLine(*row) for row in rows.values_list(*columns)[:most]]


def write_table(period: Period, file: TextIO | HttpResponse) -> None:
    """Write all queries of a period as CSV, first the mark by which office programs know the encoding."""
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow([_("检索式"), _("检索次数"), _("没有找到"), _("放宽才找到"), _("有几天检索过"), _("最近一天")])
    for line in _read(period, "asked"):
        counts = (line.asked, line.found_nothing, line.relaxed, line.days, line.last_day.isoformat())
        writer.writerow([guard_cell(line.query), *counts])
