"""An address of a newspaper, a day, a page -> what it names, and what was printed there.

What the print does not name has an address too: `unknown` for the newspaper, `undated` for the day, `id17` for a
page without a number.
"""

import datetime
import re
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.models import Article, DatePrecision, Newspaper, Page
from archive.models.article import ArticleQuerySet
from archive.models.precision import date_slug, format_date

UNKNOWN = "unknown"
UNDATED = "undated"
_DATE = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,5}", re.ASCII)
_KEY = re.compile(r"id(?P<key>[0-9]{1,15})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Paper:
    """A newspaper as readers see it; `newspaper` is None for reports whose paper is not known."""

    newspaper: Newspaper | None
    count: int = 0

    @property
    def name(self) -> str:
        """Its name."""
        return self.newspaper.name if self.newspaper else _("报纸不详")

    @property
    def slug(self) -> str:
        """Its part of the address."""
        return self.newspaper.slug if self.newspaper else UNKNOWN

    @property
    def url(self) -> str:
        """Its address."""
        return reverse("newspaper", args=[self.slug])

    @property
    def articles(self) -> ArticleQuerySet:
        """Its published reports."""
        return Article.objects.published().filter(newspaper=self.newspaper)

    @property
    def pages(self) -> QuerySet[Page]:
        """Its pages that have published reports, without their text."""
        published = Article.objects.published().filter(page=OuterRef("pk"))
        return Page.objects.filter(Exists(published), newspaper=self.newspaper).defer("text")


@dataclass(frozen=True, slots=True)
class Issue:
    """A day's paper, or what is known of its date; with the number of its reports."""

    date: datetime.date | None
    precision: str
    url: str
    count: int = 0

    def __str__(self) -> str:
        return format_date(self.date, self.precision)

    @property
    def conditions(self) -> dict[str, object]:
        """What an article or a page of the issue meets."""
        return {"date": self.date, "date_precision": self.precision}


@dataclass(frozen=True, slots=True)
class PageReports:
    """A page, or None for reports whose page is not known, and its reports in print order."""

    page: Page | None
    articles: tuple[Article, ...]


def find_paper(slug: str) -> Paper:
    """Return the newspaper of an address; raise Http404 where there is none."""
    return Paper(None if slug == UNKNOWN else get_object_or_404(Newspaper, slug=slug))


def read_issue(paper: Paper, slug: str) -> Issue:
    """Return the issue of an address: 2013-09-23, 2013-09, 2013 or undated; raise Http404 for anything else."""
    url = reverse("day", args=[paper.slug, slug])
    if slug == UNDATED:
        return Issue(None, DatePrecision.UNKNOWN, url)
    found = _DATE.fullmatch(slug)
    if not found:
        raise Http404
    precision = DatePrecision.DAY if found["day"] else DatePrecision.MONTH if found["month"] else DatePrecision.YEAR
    try:
        date = datetime.date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError as error:
        raise Http404 from error
    return Issue(date, precision, url)


def find_pages(paper: Paper, issue: Issue, number: str) -> list[Page]:
    """Return the pages of an address: usually one, more where the same number came in twice; Http404 for none."""
    pages = paper.pages.filter(**issue.conditions).order_by("pk")
    if _NUMBER.fullmatch(number):
        found = list(pages.filter(number=int(number)))
    elif key := _KEY.fullmatch(number):
        found = list(pages.filter(pk=int(key["key"]), number=None))
    else:
        found = []
    if not found:
        raise Http404
    return found


def pages_beside(paper: Paper, issue: Issue, number: str) -> tuple[Page | None, Page | None]:
    """Return the pages before and after a page of an issue, by the page's part of the address."""
    ordered = paper.pages.filter(**issue.conditions).select_related("newspaper")
    pages = {page.number_slug: page for page in ordered.order_by(F("number").asc(nulls_last=True), "pk")}
    numbers = list(pages)
    place = numbers.index(number)
    before = pages[numbers[place - 1]] if place else None
    after = pages[numbers[place + 1]] if place + 1 < len(numbers) else None
    return before, after


def in_print_order(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Order reports by page: numbered pages, then those without a number, then no page."""
    number, page = F("page__number").asc(nulls_last=True), F("page").asc(nulls_last=True)
    return articles.order_by(number, page, "order", "pk")


def group_by_page(articles: tuple[Article, ...]) -> list[PageReports]:
    """Return reports that are in print order, by page."""
    return [PageReports(page, tuple(reports)) for page, reports in groupby(articles, key=lambda one: one.page)]


def count_papers() -> list[Paper]:
    """Return the newspapers that have reports, the most first, those without a known newspaper last."""
    rows = Article.objects.published().order_by().values_list("newspaper").annotate(Count("pk"))
    counts = dict(rows)
    papers = [Paper(one, counts[one.pk]) for one in Newspaper.objects.filter(pk__in=filter(None, counts))]
    papers.sort(key=lambda paper: (-paper.count, paper.name))
    return [*papers, Paper(None, counts[None])] if None in counts else papers


def issues_within(paper: Paper, issue: Issue) -> list[Issue]:
    """Return the issues of a year or a month whose date is known more exactly; none for a day."""
    if issue.date is None or issue.precision == DatePrecision.DAY:
        return []
    within = paper.articles.filter(date__year=issue.date.year)
    if issue.precision == DatePrecision.MONTH:
        within = within.filter(date__month=issue.date.month).exclude(date_precision=DatePrecision.YEAR)
    return _count_issues(paper, within.exclude(date_precision=issue.precision))


def _count_issues(paper: Paper, articles: QuerySet[Article]) -> list[Issue]:
    rows = articles.order_by("date", "date_precision").values_list("date", "date_precision").annotate(Count("pk"))
    return [
        Issue(date, precision, reverse("day", args=[paper.slug, date_slug(date, precision)]), count)
        for date, precision, count in rows
    ]
