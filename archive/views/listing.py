"""Articles of a page of the archive -> one screenful of them, with the links to the others."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest

from archive.models import Article
from archive.models.article import ArticleQuerySet

PER_SCREEN = 20
_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class ScreenLink:
    """A link to one screenful."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Screens:
    """The links between the screenfuls of a list."""

    number: int
    num_pages: int
    previous_url: str
    next_url: str
    numbers: tuple[ScreenLink, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One screenful of articles; `total` counts them all."""

    articles: tuple[Article, ...]
    total: int
    pages: Screens


def newest_first(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Order articles from new to old, those without a date last."""
    return articles.order_by(F("date").desc(nulls_last=True), "page", "order", "pk")


def list_articles(request: HttpRequest, articles: ArticleQuerySet, per_screen: int = PER_SCREEN) -> Listing:
    """Return the screenful of ordered articles that `?p=` asks for; the first for junk, the last if too far.

    Keys are put in order, and then those of one screenful read: thousands of bodies need not be sorted.
    """
    paginator = Paginator(articles.values_list("pk", flat=True), per_screen)
    screen = paginator.get_page(request.GET.get("p"))
    on_screen = Article.objects.with_relations().in_bulk(list(screen))
    shown = tuple(on_screen[key] for key in screen if key in on_screen)  # one may have gone meanwhile
    return Listing(shown, paginator.count, link_screens(request, screen.number, paginator.num_pages))


def link_screens(request: HttpRequest, number: int, last: int) -> Screens:
    """Return the links from one screenful of a list to the others; the rest of the address stays."""

    def url(screen: int) -> str:
        parameters = request.GET.copy()
        parameters["p"] = str(screen)
        return f"?{parameters.urlencode()}"

    near = range(max(1, number - _NEIGHBOURS), min(last, number + _NEIGHBOURS) + 1)
    return Screens(
        number=number,
        num_pages=last,
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if number < last else "",
        numbers=tuple(ScreenLink(screen, url(screen), screen == number) for screen in sorted({1, *near, last})),
    )
