"""The desk: the articles in review -> the order in which reviewers see them, and which comes after one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import F, Max, Q, QuerySet

from archive.desk.reviewing.rules import may_take
from archive.models import Article, ReviewAction, Status

# So many are looked at to find one that the person may decide on.
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands among those in review, from 1, or 0 where it is not; and what comes after it."""

    number: int
    total: int
    next: Article | None


def find_place(article: Article, user: User) -> Place:
    """Return an article's place in the queue: what was submitted first comes first.

    The next one is one that the person may publish; after the last, the queue begins anew.
    """
    keys = list(_queue().values_list("pk", flat=True))
    at = keys.index(article.pk) if article.pk in keys else -1
    in_turn = keys[at + 1 :] + keys[: max(at, 0)]
    return Place(at + 1, len(keys), _find_first(in_turn[:_LOOKED_AT], user))


def _queue() -> QuerySet[Article]:
    submitted = Max("review_steps__pk", filter=Q(review_steps__action=ReviewAction.SUBMITTED))
    return (
        Article.objects.filter(status=Status.REVIEW)
        .annotate(submitted=submitted)
        .order_by(F("submitted").asc(nulls_first=True), "pk")
    )


def _find_first(keys: Iterable[int], user: User) -> Article | None:
    """Return the first of some articles that the person may publish."""
    for key in keys:
        article = Article.objects.get(pk=key)
        if may_take(article, ReviewAction.PUBLISHED, user):
            return article
    return None
