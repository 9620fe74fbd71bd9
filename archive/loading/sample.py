"""The sample reports -> published sample articles on sample pages, and out again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _

from archive.body import printed_text
from archive.loading.former_names import name_stem
from archive.loading.sample_reports import SampleReport, find_evidence, parse_date, read_sample_reports
from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    City,
    Initiative,
    Newspaper,
    Page,
    Province,
    Status,
)
from archive.models.precision import format_date


class ReferenceMissingError(Exception):
    """The sample names a region that the archive does not have."""


@dataclass(frozen=True, slots=True)
class SampleCount:
    """How much of a sample was added or removed."""

    articles: int
    pages: int
    newspapers: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The regions by code and the programmes by name, read once for all reports."""

    provinces: dict[str, Province]
    cities: dict[str, City]
    initiatives: dict[str, Initiative]

    @classmethod
    def read(cls) -> "Vocabulary":
        """Read it from the database."""
        initiatives = Initiative.objects.prefetch_related("aliases")
        return cls(
            Province.objects.in_bulk(),
            City.objects.in_bulk(),
            {initiative.name: initiative for initiative in initiatives},
        )


@transaction.atomic
def load_sample() -> SampleCount:
    """Add the sample, or nothing where some of it is there: what an editor removed does not come back.

    Raises ReferenceMissingError before `load_reference` was run.
    """
    if Article.objects.filter(is_sample=True).exists():
        return SampleCount(0, 0, 0)
    vocabulary = Vocabulary.read()
    reports = sorted(read_sample_reports(), key=lambda report: (*page_key(report), report.order))
    newspapers = {
        name: Newspaper.objects.get_or_create(name=name)[0] for name in sorted({r.newspaper for r in reports})
    }
    pages = 0
    for _key, on_page in groupby(reports, key=page_key):
        add_page(newspapers, list(on_page), vocabulary)
        pages += 1
    return SampleCount(len(reports), pages, len(newspapers))


def page_key(report: SampleReport) -> tuple[str, str, int]:
    """Return what two reports of one page have in common."""
    return report.newspaper, report.date, report.page


def add_page(newspapers: dict[str, Newspaper], reports: Sequence[SampleReport], vocabulary: Vocabulary) -> None:
    """Add a page and the articles on it; the page's text is what its articles print."""
    first = reports[0]
    newspaper = newspapers[first.newspaper]
    date, precision = parse_date(first.date)
    heading = _("%(newspaper)s　%(date)s　第%(number)d版") % {
        "newspaper": newspaper.name,
        "date": format_date(date, precision),
        "number": first.page,
    }
    page = Page.objects.create(
        newspaper=newspaper,
        date=date,
        date_precision=precision,
        number=first.page,
        text="\n\n".join([heading, *(print_report(report) for report in reports)]),
        is_sample=True,
    )
    for report in reports:
        add_article(page, report, vocabulary)


def print_report(report: SampleReport) -> str:
    """Return a report as its page prints it."""
    body = f"{report.dateline}　{printed_text(report.body)}" if report.dateline else printed_text(report.body)
    parts = (report.kicker, report.headline, report.subhead, report.byline, body)
    return "\n\n".join(part for part in parts if part)


def add_article(page: Page, report: SampleReport, vocabulary: Vocabulary) -> None:
    """Add a published article with its links."""
    article = Article.objects.create(
        newspaper=page.newspaper,
        page=page,
        date=page.date,
        date_precision=page.date_precision,
        order=report.order,
        kicker=report.kicker,
        headline=report.headline,
        subhead=report.subhead,
        byline=report.byline,
        dateline=report.dateline,
        genre=report.genre,
        body=report.body.strip(),
        status=Status.PUBLISHED,
        is_sample=True,
    )
    for code in report.place_codes:
        link_place(article, code, report.words, vocabulary)
    # A programme that an editor renamed or deleted is not forced back.
    for name in report.programmes:
        if initiative := vocabulary.initiatives.get(name):
            names = [initiative.name, *(alias.name for alias in initiative.aliases.all())]
            evidence = find_evidence(names, report.words)
            article.initiative_links.create(initiative=initiative, evidence=evidence, is_confirmed=True)


def link_place(article: Article, code: str, words: str, vocabulary: Vocabulary) -> None:
    """Link an article with the place of a code."""
    city = vocabulary.cities.get(code)
    province = city.province if city else vocabulary.provinces.get(code)
    if province is None:
        raise ReferenceMissingError(_("没有代码为 %(code)s 的地区。") % {"code": code})
    names = [city.name, name_stem(city.name)] if city else [province.name, province.short_name]
    evidence = find_evidence(names, words)
    article.city_links.create(province=province, city=city, evidence=evidence, is_confirmed=True)


@transaction.atomic
def remove_sample() -> SampleCount:
    """Remove the sample with its history; a sample page that holds another article stays."""
    articles = Article.objects.filter(is_sample=True)
    keys = list(articles.values_list("pk", flat=True))
    articles.delete()
    Article.history.filter(id__in=keys).delete()
    ArticleCity.history.filter(article_id__in=keys).delete()
    ArticleInitiative.history.filter(article_id__in=keys).delete()
    pages = Page.objects.filter(is_sample=True, articles=None)
    page_keys = list(pages.values_list("pk", flat=True))
    pages.delete()
    Page.history.filter(id__in=page_keys).delete()
    newspapers = remove_newspapers({report.newspaper for report in read_sample_reports()})
    return SampleCount(len(keys), len(page_keys), newspapers)


def remove_newspapers(names: Iterable[str]) -> int:
    """Remove the newspapers that nothing is left of."""
    empty = Newspaper.objects.filter(name__in=names, articles=None, pages=None)
    keys = list(empty.values_list("pk", flat=True))
    empty.delete()
    Newspaper.history.filter(id__in=keys).delete()
    return len(keys)
