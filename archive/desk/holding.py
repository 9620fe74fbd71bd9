"""The desk: who works on a page or an article at the moment; a hold lapses when nothing is heard of its holder."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from archive.desk.people import name_person
from archive.models import Article, Hold, Page

# The screen says every 30 seconds that it is still open (static/js/hold.js).
LAPSES_AFTER = datetime.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class HoldNotice:
    """What a screen shows of a hold, and what its script renews it by: `kind` is page or article."""

    kind: str
    pk: int
    holder: str
    since: datetime.datetime | None
    is_own: bool


def take_hold(user: User, *, page: Page | None = None, article: Article | None = None, by_force: bool = False) -> Hold:
    """Return the hold in force: the person's own, taken or renewed, or that of another who is still there.

    `by_force` takes it from the other.
    """
    now = timezone.now()
    with transaction.atomic():
        hold, is_new = Hold.objects.select_for_update().get_or_create(
            page=page, article=article, defaults={"user": user, "since": now, "renewed": now}
        )
        if is_new:
            return hold
        is_own = hold.user_id == user.pk
        has_lapsed = hold.renewed < now - LAPSES_AFTER
        if is_own or by_force or has_lapsed:
            if not is_own or has_lapsed:
                hold.since = now
            hold.user, hold.renewed = user, now
            hold.save()
        return hold


def release_hold(user: User, *, page: Page | None = None, article: Article | None = None) -> None:
    """Let go of a hold, if the person has it."""
    Hold.objects.filter(page=page, article=article, user=user).delete()


def holds_in_force() -> QuerySet[Hold]:
    """Return the holds that have not lapsed, with who has them."""
    return Hold.objects.filter(renewed__gte=timezone.now() - LAPSES_AFTER).select_related("user")


def open_hold(user: User, *, page: Page | None = None, article: Article | None = None) -> HoldNotice:
    """Take the hold for a screen that is being opened; where the machine cannot write, only look who has it."""
    hold: Hold | None
    try:
        hold = take_hold(user, page=page, article=article)
    except OperationalError:
        hold = holds_in_force().filter(page=page, article=article).first()
    return describe_hold(hold, user, page=page, article=article)


def describe_hold(
    hold: Hold | None, user: User, *, page: Page | None = None, article: Article | None = None
) -> HoldNotice:
    """Return what a screen shows of a hold; one of nobody is as good as one's own."""
    kind, thing = ("page", page) if page else ("article", article)
    assert thing is not None  # noqa: S101  a hold is of something
    if hold is None:
        return HoldNotice(kind, thing.pk, "", None, is_own=True)
    return HoldNotice(kind, thing.pk, name_person(hold.user), hold.since, is_own=hold.user_id == user.pk)
