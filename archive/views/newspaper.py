"""Newspapers, their days and their pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.charts import build_year_bars
from archive.models import Article
from archive.views.counts import count_by_year
from archive.views.issues import (
    UNDATED,
    count_papers,
    find_pages,
    find_paper,
    group_by_page,
    in_print_order,
    issues_within,
    pages_beside,
    read_issue,
)
from archive.views.listing import list_articles, newest_first

REPORTS_OF_AN_ISSUE = 100


def newspapers(request: HttpRequest) -> HttpResponse:
    """List the newspapers that have reports."""
    return render(request, "archive/newspapers.html", {"papers": count_papers()})


def newspaper(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a newspaper's years, and its reports from new to old."""
    paper = find_paper(slug)
    years = count_by_year(paper.articles)
    context = {
        "paper": paper,
        "year_bars": build_year_bars(years, lambda year: reverse("day", args=[slug, f"{year:04}"])),
        "undated": paper.articles.filter(date=None).count(),
        "undated_url": reverse("day", args=[slug, UNDATED]),
        "listing": list_articles(request, newest_first(paper.articles)),
    }
    return render(request, "archive/newspaper.html", context)


def day(request: HttpRequest, slug: str, date: str) -> HttpResponse:
    """Show an issue's reports by page; for a year or a month also the issues in it."""
    paper = find_paper(slug)
    issue = read_issue(paper, date)
    articles = in_print_order(paper.articles.filter(**issue.conditions))
    listing = list_articles(request, articles, REPORTS_OF_AN_ISSUE)
    within = issues_within(paper, issue)
    if not (listing.total or within):
        raise Http404
    context = {
        "paper": paper,
        "issue": issue,
        "within": within,
        "groups": group_by_page(listing.articles),
        "listing": listing,
    }
    return render(request, "archive/day.html", context)


def page(request: HttpRequest, slug: str, date: str, number: str) -> HttpResponse:
    """Show a page's reports in print order, beside its scan where there is one."""
    paper = find_paper(slug)
    issue = read_issue(paper, date)
    pages = find_pages(paper, issue, number)
    previous, following = pages_beside(paper, issue, pages[0].number_slug)
    articles = Article.objects.published().filter(page__in=pages).order_by("page", "order", "pk")
    context = {
        "paper": paper,
        "issue": issue,
        "page": pages[0],
        "scans": [one for one in pages if one.scan],
        "articles": articles.with_relations(),
        "previous": previous,
        "next": following,
    }
    return render(request, "archive/page.html", context)
