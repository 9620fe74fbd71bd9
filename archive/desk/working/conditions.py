"""The work list: what an editor wants -> conditions on rows; `prefix` leads from the rows to what is asked about."""

from collections.abc import Iterable

from django.db.models import Q

from archive.desk.holding import holds_in_force
from archive.desk.working.wanted import UNKNOWN_NEWSPAPER, Wanted
from archive.models import ArticleCity


def of_issue(wanted: Wanted, prefix: str = "") -> Q:
    """Return the condition that a page or article is of the newspaper and of the days."""
    condition = Q()
    if wanted.newspaper == UNKNOWN_NEWSPAPER:
        condition &= Q(**{f"{prefix}newspaper": None})
    elif wanted.newspaper:
        condition &= Q(**{f"{prefix}newspaper__slug": wanted.newspaper})
    if wanted.days:
        condition &= Q(**{f"{prefix}date__range": (wanted.days.first, wanted.days.last)})
    return condition


def of_place(wanted: Wanted, prefix: str = "") -> Q:
    """Return the condition that an article is about the region or a place in it."""
    if not wanted.codes:
        return Q()
    within = Q(province__in=wanted.codes) | Q(city__in=wanted.codes) | Q(city__parent__in=wanted.codes)
    return Q(**{f"{prefix}pk__in": ArticleCity.objects.filter(within).values("article")})


def with_text(wanted: Wanted, fields: Iterable[str]) -> Q:
    """Return the condition that one of the fields holds the text."""
    condition = Q()
    if wanted.text:
        for field in fields:
            condition |= Q(**{f"{field}__icontains": wanted.text})
    return condition


def of_person(wanted: Wanted, people: Iterable[str], held: str, kind: str) -> Q:
    """Return the condition that the person stands in one of the fields, or holds the page or article (`kind`)."""
    condition = Q()
    if wanted.person is not None:
        holds = holds_in_force().filter(user=wanted.person, **{f"{kind}__isnull": False})
        condition = Q(**{f"{held}__in": holds.values(kind)})
        for field in people:
            condition |= Q(**{field: wanted.person})
    return condition


def waits_since(wanted: Wanted, field: str) -> Q:
    """Return the condition that it has waited as long as asked for."""
    return Q(**{f"{field}__lte": wanted.before}) if wanted.before else Q()
