"""Editing: an article and an editor -> what stands around the form: its page, what was said of it, what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from archive.desk.reviewing.rules import find_text_refusal, may_take
from archive.models import Article, ReviewAction, ReviewStep, Status

_LONGEST_ORIGINAL = 60_000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article of the same page, by its place on it."""

    number: int
    article: Article
    is_here: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the form: the page, its articles, what was said of this one, what may be done with it."""

    neighbours: tuple[Neighbour, ...]
    original: tuple[str, ...]
    sent_back: ReviewStep | None
    may_submit: bool
    may_publish: bool
    text_refusal: str


def find_surroundings(article: Article, user: User) -> Surroundings:
    """Return what stands around an article's form."""
    text = article.page.text if article.page else ""
    last = article.review_steps.select_related("user").order_by("-pk").first()
    return Surroundings(
        neighbours=tuple(
            Neighbour(number, other, other.pk == article.pk)
            for number, other in enumerate(_articles_of_page(article), start=1)
        ),
        original=tuple(text.splitlines()) if len(text) <= _LONGEST_ORIGINAL else (),
        sent_back=last if last and last.action == ReviewAction.SENT_BACK else None,
        may_submit=may_take(article, ReviewAction.SUBMITTED, user),
        may_publish=may_take(article, ReviewAction.PUBLISHED, user),
        text_refusal=find_text_refusal(article),
    )


def find_next(article: Article) -> Article | None:
    """Return the next draft of the article's page, after it or else before it."""
    on_page = list(_articles_of_page(article))
    place = next((at for at, other in enumerate(on_page) if other.pk == article.pk), 0)
    in_turn = (*on_page[place + 1 :], *on_page[:place])
    return next((other for other in in_turn if other.status == Status.DRAFT), None)


def _articles_of_page(article: Article) -> Iterable[Article]:
    if article.page_id is None:
        return ()
    return Article.objects.filter(page=article.page_id).exclude(status=Status.WITHDRAWN).order_by("order", "pk")
