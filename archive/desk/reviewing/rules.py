"""The desk: an article, a person and a step -> whether the person may take it, and if not, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.people import name_person
from archive.desk.reviewing.authors import find_authors
from archive.models import Article, ReviewAction, Status


class ReviewError(Exception):
    """A step that is not allowed; its text tells the person why and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a step leads to which, and the permission that it takes."""

    start: frozenset[Status]
    end: Status
    permission: str
    needs_reason: bool = False


# What readers have never seen any editor may put aside; what they see only who may publish.
RULES: Mapping[ReviewAction, Rule] = MappingProxyType(
    {
        ReviewAction.SUBMITTED: Rule(frozenset({Status.DRAFT}), Status.REVIEW, "archive.change_article"),
        ReviewAction.SENT_BACK: Rule(
            frozenset({Status.REVIEW, Status.WITHDRAWN}), Status.DRAFT, "archive.publish_article", needs_reason=True
        ),
        ReviewAction.PUBLISHED: Rule(
            frozenset({Status.DRAFT, Status.REVIEW, Status.WITHDRAWN}), Status.PUBLISHED, "archive.publish_article"
        ),
        ReviewAction.WITHDRAWN: Rule(
            frozenset({Status.DRAFT, Status.REVIEW, Status.PUBLISHED}),
            Status.WITHDRAWN,
            "archive.change_article",
            needs_reason=True,
        ),
    }
)


def check_step(article: Article, action: ReviewAction, user: User, reason: str) -> None:
    """Raise ReviewError where the person may not take the step with the article as it is stored now."""
    rule = RULES[action]
    if article.status not in rule.start:
        raise ReviewError(_describe_state(article))
    if not user.has_perm(rule.permission) or (article.is_published and not user.has_perm("archive.publish_article")):
        raise ReviewError(_("您的账号没有这个权限：%(step)s。") % {"step": action.label})
    if rule.needs_reason and not reason.strip():
        raise ReviewError(_("请写明原因，对方要据此修改。"))
    if action == ReviewAction.PUBLISHED:
        check_second_person(article, user)


def check_second_person(article: Article, user: User) -> None:
    """Raise ReviewError where a second person has to publish and this one wrote or submitted the article."""
    if user.pk in find_authors(article):
        check_author_may_publish()


def check_author_may_publish() -> None:
    """Raise ReviewError where whoever wrote or submitted an article may not publish it too."""
    if not settings.AUTHOR_MAY_PUBLISH:
        raise ReviewError(_("这篇稿件是您修改或送审的，按规定要由另一个人发布。"))


def check_text_may_change(article: Article) -> None:
    """Raise ReviewError where nobody may change an article's text as it stands."""
    if refusal := find_text_refusal(article):
        raise ReviewError(refusal)


def find_text_refusal(article: Article) -> str:
    """Return why nobody may change an article's text as it stands; empty where editors may.

    Where a second person has to publish, readers would see at once what one person alone has written.
    """
    if article.is_published and not settings.AUTHOR_MAY_PUBLISH:
        return _("这篇稿件已经发布，改文字要由另一个人审：先由审稿的人撤回、退回成草稿，改好再送审。")
    return ""


def find_refusal(article: Article, action: ReviewAction, user: User) -> str:
    """Return why the person may not take the step; empty where they may. A reason is asked for when they do."""
    try:
        check_step(article, action, user, reason="-")
    except ReviewError as refusal:
        return str(refusal)
    return ""


def may_take(article: Article, action: ReviewAction, user: User) -> bool:
    """Return whether a screen offers the step."""
    return not find_refusal(article, action, user)


def _describe_state(article: Article) -> str:
    """Return where the article stands, and who brought it there when."""
    state = Status(article.status).label
    last = article.review_steps.select_related("user").order_by("-pk").first()
    if last is None or last.user is None or RULES[ReviewAction(last.action)].end != article.status:
        return _("没有改动：这篇稿件现在的状态是“%(state)s”。") % {"state": state}
    return _("没有改动：%(person)s已在 %(time)s 处理过这篇稿件，现在的状态是“%(state)s”。") % {
        "person": name_person(last.user),
        "time": timezone.localtime(last.created).strftime("%m-%d %H:%M"),
        "state": state,
    }
