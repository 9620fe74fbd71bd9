"""Bulk change: a change and the articles that were looked at -> a job that changes them one by one.

Of each is noted what it had before, and which version the change made, so that it can be taken back.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from archive.desk.bulk.change import ADDING, Change, read_stored
from archive.desk.bulk.effects import Effect, find_effect
from archive.desk.bulk.links import delete_link, find_link, find_version, make_link, save_link
from archive.desk.jobs.kinds import ItemOutcome
from archive.desk.jobs.starting import NewItem, start_job
from archive.desk.reviewing.rules import ReviewError
from archive.desk.reviewing.steps import latest_version, publish, send_back, submit, withdraw
from archive.models import Article, BulkAction, BulkChange, BulkChangeItem, ItemState, Job, JobItem, JobKind, Status


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as a person saw it in the preview: its key and the history_id of its version, 0 where it has none."""

    article: int
    version: int


def find_versions(keys: Collection[int]) -> tuple[Seen, ...]:
    """Return the articles as they are now."""
    last = Article.history.filter(id__in=list(keys)).order_by().values("id").annotate(version=Max("history_id"))
    versions = dict(last.values_list("id", "version"))
    return tuple(Seen(key, versions.get(key, 0)) for key in keys)


def start_change(change: Change, seen: Iterable[Seen], user: User) -> Job:
    """Write a change down and start it."""
    versions = {one.article: one.version for one in seen}
    articles = Article.objects.in_bulk(versions)
    items = [
        NewItem(articles[key].display_headline, detail={"article": key, "version": version})
        for key, version in versions.items()
        if key in articles
    ]
    with transaction.atomic():
        stored = BulkChange.objects.create(action=change.action, value=change.value, user=user)
        parameters = {"change": stored.pk, "reason": change.reason}
        return start_job(JobKind.CHANGE_ARTICLES, user, items, parameters)


def change_article(item: JobItem) -> ItemOutcome:
    """Change an item's article, unless it is not what was seen in the preview."""
    stored = BulkChange.objects.get(pk=item.job.parameters["change"])
    article = Article.objects.select_for_update().filter(pk=item.detail["article"]).first()
    user = item.job.user
    if article is None or user is None:
        message = _("稿件已经不在了。") if article is None else _("做批量改动的人的账号已经不在了。")
        return ItemOutcome(ItemState.SKIPPED, message)
    if stored.undone:
        return ItemOutcome(ItemState.SKIPPED, _("这次批量改动已经撤销。"), articles=(article,))
    if (latest_version(article) or 0) != item.detail["version"]:
        return ItemOutcome(ItemState.SKIPPED, _("预览以后有人改过这篇稿件，没有动。"), articles=(article,))
    change = read_stored(stored, item.job.parameters["reason"])
    effect = find_effect(article, change, user)
    if not effect.is_change:
        return ItemOutcome(ItemState.SKIPPED, effect.obstacle or _("本来就是这样。"), articles=(article,))
    return _apply(effect, change, stored, user)


def describe_effect(before: str, after: str) -> str:
    """Return what was changed to what."""
    return f"{before or _('（无）')} → {after or _('（无）')}"


def _apply(effect: Effect, change: Change, stored: BulkChange, user: User) -> ItemOutcome:
    article = effect.article
    try:
        before = _set_status(article, change, user) if _is_step(change) else _set_link(article, change, user)
    except ReviewError as refusal:
        return ItemOutcome(ItemState.SKIPPED, str(refusal), articles=(article,))
    BulkChangeItem.objects.create(change=stored, article=article, before=before)
    return ItemOutcome(ItemState.DONE, describe_effect(effect.before, effect.after), articles=(article,))


def _is_step(change: Change) -> bool:
    return change.action is BulkAction.SET_STATUS


def _set_status(article: Article, change: Change, user: User) -> dict[str, Any]:
    """Take the step; return the status before and the article's version after it."""
    before = article.status
    match Status(change.value):
        case Status.DRAFT:
            send_back(article, user, change.reason)
        case Status.REVIEW:
            submit(article, user)
        case Status.PUBLISHED:
            publish(article, user)
        case Status.WITHDRAWN:
            withdraw(article, user, change.reason)
    return {"status": before, "version": latest_version(article)}


def _set_link(article: Article, change: Change, user: User) -> dict[str, Any]:
    """Add or remove the link; return what it was before, null where there was none, and its version after.

    The article gets a version first: each is followed by the links that it has.
    """
    link = find_link(article, change)
    before = {"evidence": link.evidence, "is_confirmed": link.is_confirmed} if link else None
    meant = link or make_link(article, change)
    if meant is None:
        raise ReviewError(_("“%(name)s”已经不在了。") % {"name": change.label})
    article._history_user = user  # type: ignore[attr-defined]
    article.save()
    if change.action in ADDING:
        save_link(meant, True, user)
    else:
        delete_link(meant, user)
    return {"link": before, "version": find_version(article, change)}
