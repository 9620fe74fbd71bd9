"""Bulk change: a change that was made -> a job that takes it back, article by article.

What was there before comes back only where nobody has touched it since: a status where the article is as the change
left it, a link where the link is. The others stay, and the job tells which.
"""

from collections.abc import Iterator
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.bulk.applying import describe_effect
from archive.desk.bulk.change import STEPS, Change, read_stored
from archive.desk.bulk.links import delete_link, find_link, find_version, make_link, save_link
from archive.desk.jobs.kinds import ItemOutcome
from archive.desk.jobs.starting import NewItem, start_job
from archive.models import (
    Article,
    BulkAction,
    BulkChange,
    BulkChangeItem,
    ItemState,
    Job,
    JobItem,
    JobKind,
    JobState,
    ReviewStep,
    Status,
)

_OPEN = (JobState.WAITING, JobState.RUNNING, JobState.STOPPING)


class UndoError(Exception):
    """A change that cannot be taken back as it stands; its text tells the person why."""


def start_undo(stored: BulkChange, user: User) -> Job:
    """Start taking a change back. Raises UndoError."""
    with transaction.atomic():
        made = Job.objects.filter(kind=JobKind.CHANGE_ARTICLES, parameters__change=stored.pk)
        is_open = made.filter(state__in=_OPEN).exists()
        if refusal := find_undo_refusal(stored, user, is_open, stored.items.count()):
            raise UndoError(refusal)
        if not BulkChange.objects.filter(pk=stored.pk, undone=None).update(undone=timezone.now()):
            raise UndoError(_("这次改动已经撤销过了。"))
        return start_job(JobKind.UNDO_CHANGE, user, _make_items(stored), {"change": stored.pk})


def find_undo_refusal(stored: BulkChange, user: User, is_open: bool, count: int) -> str:
    """Return why a person may not take a change back as it stands; empty where they may.

    `is_open` tells whether it is still being made, `count` of how many articles it was.
    """
    if stored.undone:
        return _("这次改动已经撤销过了。")
    if stored.user_id != user.pk and not user.has_perm("archive.publish_article"):
        return _("只有做这次改动的人和可以发布稿件的人才能撤销它。")
    if is_open:
        return _("这次改动还没有做完。请先在任务里停下它，再撤销。")
    if not count:
        return _("这次改动没有改成一篇稿件，没有什么要撤销。")
    return ""


def undo_item(item: JobItem) -> ItemOutcome:
    """Give an item's article back what a change took from it, unless somebody has touched it since."""
    noted = BulkChangeItem.objects.select_related("change").filter(pk=item.detail["item"]).first()
    article = Article.objects.select_for_update().filter(pk=noted.article_id).first() if noted else None
    user = item.job.user
    if noted is None or article is None or user is None:
        return ItemOutcome(ItemState.SKIPPED, _("稿件或者撤销的人的账号已经不在了。"))
    change = read_stored(noted.change)
    restore = _restore_status if change.action is BulkAction.SET_STATUS else _restore_link
    try:
        message = restore(article, change, cast("dict[str, Any]", noted.before), user)
    except UndoError as refusal:
        return ItemOutcome(ItemState.SKIPPED, str(refusal), articles=(article,))
    return ItemOutcome(ItemState.DONE, message, articles=(article,))


def _make_items(stored: BulkChange) -> Iterator[NewItem]:
    for noted in stored.items.select_related("article").order_by("pk").iterator():
        yield NewItem(noted.article.display_headline, detail={"item": noted.pk})


def _restore_status(article: Article, change: Change, before: dict[str, Any], user: User) -> str:
    """Set the status that was before. It is no step of the rules, but noted like one: the step that leads there."""
    status = Status(before["status"])
    made, newest = (article.history.filter(history_id=before["version"]).first(), article.history.first())
    if article.status != change.value or newest.diff_against(made, excluded_fields=("modified",)).changed_fields:
        raise UndoError(_("这以后有人改过这篇稿件，没有撤销。"))
    if Status.PUBLISHED in (status, article.status) and not user.has_perm("archive.publish_article"):
        raise UndoError(_("您的账号不能发布和撤回稿件，没有撤销。"))
    article.status = status
    _save(article, user)
    ReviewStep.objects.create(article=article, action=STEPS[status], user=user, reason=_("撤销批量改动"))
    return describe_effect(change.label, str(status.label))


def _restore_link(article: Article, change: Change, before: dict[str, Any], user: User) -> str:
    """Bring the link to what it was before, or remove it where there was none."""
    if find_version(article, change) != before["version"]:
        raise UndoError(_("这以后有人改过这处标注，没有撤销。"))
    stored, was = find_link(article, change), before["link"]
    link = stored or make_link(article, change)
    if link is None:
        raise UndoError(_("“%(name)s”已经不在了，没有撤销。") % {"name": change.label})
    _save(article, user)
    if was is None:
        delete_link(link, user)
        return _("去掉了：%(name)s") % {"name": change.label}
    link.evidence = was["evidence"]
    save_link(link, was["is_confirmed"], user)
    text = _("改回没有核对过：%(name)s") if stored else _("加回了：%(name)s")
    return text % {"name": change.label}


def _save(article: Article, user: User) -> None:
    """Make a version of an article, in a person's name; the links that follow are its links."""
    article._history_user = user  # type: ignore[attr-defined]
    article.save()
