"""One report, set like print, with what stands beside it on its page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from archive.body import parse_body
from archive.models import Article
from archive.models.precision import date_slug
from archive.views.citation import cite
from archive.views.issues import UNKNOWN


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other reports of a report's page, and those just before and after it."""

    others: tuple[Article, ...] = ()
    previous: Article | None = None
    next: Article | None = None


def find_neighbours(article: Article) -> Neighbours:
    """Return the published reports that share the article's page, in print order."""
    if not article.page_id:
        return Neighbours()
    on_page = list(Article.objects.published().filter(page=article.page_id).order_by("order", "pk"))
    place = on_page.index(article)
    return Neighbours(
        others=tuple(other for other in on_page if other != article),
        previous=on_page[place - 1] if place else None,
        next=on_page[place + 1] if place + 1 < len(on_page) else None,
    )


def issue_url(article: Article) -> str:
    """Return the address of the day's paper that an article stands in, as far as it is known."""
    paper = article.newspaper.slug if article.newspaper else UNKNOWN
    return reverse("day", args=[paper, date_slug(article.date, article.date_precision)])


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a published report, with the marks of the query in `?q=`."""
    found = get_object_or_404(Article.objects.published().with_relations(), pk=pk)
    context = {
        "article": found,
        "blocks": parse_body(found.body),
        "issue_url": issue_url(found),
        "neighbours": find_neighbours(found),
        "citation": cite(found),
        "query": request.GET.get("q", "").strip(),
    }
    return render(request, "archive/article.html", context)
