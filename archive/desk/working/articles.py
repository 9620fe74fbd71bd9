"""The work list: the articles of a state -> those that an editor wants to see, and their lines."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from archive.desk.people import name_people
from archive.desk.working.conditions import of_issue, of_person, of_place, waits_since, with_text
from archive.desk.working.kinds import WorkKind, WorkOrder
from archive.desk.working.rows import Row, name_holders
from archive.desk.working.wanted import Wanted
from archive.models import Article, ReviewAction, ReviewStep, Status
from archive.models.article import ArticleQuerySet

STATUSES = {
    WorkKind.DRAFTS: Status.DRAFT,
    WorkKind.REVIEWS: Status.REVIEW,
    WorkKind.PUBLISHED: Status.PUBLISHED,
    WorkKind.WITHDRAWN: Status.WITHDRAWN,
}
_ORDERS = {
    WorkOrder.LONGEST: ("since", "pk"),
    WorkOrder.LATEST: ("-since", "-pk"),
    WorkOrder.PRINTED: ("newspaper__name", "date", "page__number", "order", "pk"),
}
_TEXTS = ("kicker", "headline", "subhead", "byline", "body")


def articles_in_state(kind: WorkKind) -> ArticleQuerySet:
    """Return all articles of a list."""
    return Article.objects.filter(status=STATUSES[kind])


def find_articles(articles: ArticleQuerySet, wanted: Wanted) -> ArticleQuerySet:
    """Return those of the articles that are wanted, each with since when it is where it is, and who brought it there.

    That is who submitted it last; before that, who saved it last.
    """
    steps = ReviewStep.objects.filter(article=OuterRef("pk")).order_by("-pk")
    submitted = steps.filter(action=ReviewAction.SUBMITTED)
    versions = Article.history.filter(id=OuterRef("pk")).exclude(history_user=None).order_by("-history_id")
    return (
        articles.annotate(
            since=Coalesce(Subquery(steps.values("created")[:1]), F("created")),
            handed_in_by=Coalesce(
                Subquery(submitted.values("user")[:1]), Subquery(versions.values("history_user")[:1])
            ),
            last_step=Subquery(steps.values("pk")[:1]),
        )
        .filter(
            of_issue(wanted),
            of_place(wanted),
            with_text(wanted, _TEXTS),
            of_person(wanted, ("handed_in_by",), "pk", "article"),
            waits_since(wanted, "since"),
        )
        .with_relations()
        .order_by(*_ORDERS[wanted.order])
    )


def describe_articles(articles: Iterable[Any]) -> tuple[Row, ...]:
    """Return the line of each article that `find_articles` found."""
    shown = tuple(articles)
    people = name_people(article.handed_in_by for article in shown)
    holders = name_holders(articles=(article.pk for article in shown))
    reasons = _read_reasons(shown)
    return tuple(
        Row(
            thing=article,
            since=article.since,
            person=people.get(article.handed_in_by, ""),
            holder=holders.get(article.pk, ""),
            note=reasons.get(article.pk, ""),
        )
        for article in shown
    )


def _read_reasons(articles: tuple[Any, ...]) -> dict[int, str]:
    """Return by article why it was sent back or withdrawn, where that was the last step."""
    steps = ReviewStep.objects.filter(pk__in=[article.last_step for article in articles if article.last_step])
    return {
        step.article_id: _("%(step)s：%(reason)s") % {"step": step.get_action_display(), "reason": step.reason}
        for step in steps.exclude(reason="")
    }
