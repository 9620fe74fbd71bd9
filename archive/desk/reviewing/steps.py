"""The desk: submit, send back, publish, withdraw: an article's new state, its version and the note of the step."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from archive.desk.reviewing.rules import RULES, ReviewError, check_step
from archive.models import Article, ReviewAction, ReviewStep, Status


def submit(article: Article, user: User) -> Article:
    """Hand a draft to the reviewers. Raises ReviewError where it may not be."""
    return _take_step(article, ReviewAction.SUBMITTED, user)


def send_back(article: Article, user: User, reason: str, seen_version: int | None = None) -> Article:
    """Make an article in review, or a withdrawn one, a draft again; a reason is needed. Raises ReviewError."""
    return _take_step(article, ReviewAction.SENT_BACK, user, reason, seen_version)


def publish(article: Article, user: User, seen_version: int | None = None) -> Article:
    """Show an article to readers. Raises ReviewError, also where it is not the version that the person saw."""
    return _take_step(article, ReviewAction.PUBLISHED, user, "", seen_version)


def withdraw(article: Article, user: User, reason: str, seen_version: int | None = None) -> Article:
    """Take an article away from readers, or put a draft aside; a reason is needed. Raises ReviewError."""
    return _take_step(article, ReviewAction.WITHDRAWN, user, reason, seen_version)


def note_step(article: Article, before: str, user: User, reason: str = "") -> ReviewStep | None:
    """Write down the step that a change of state outside of this module was; call it in the change's transaction."""
    if before == article.status:
        return None
    action: ReviewAction | None = _ACTIONS.get(Status(article.status))
    if action is None and before in RULES[ReviewAction.SENT_BACK].start:
        action = ReviewAction.SENT_BACK
    return ReviewStep.objects.create(article=article, action=action, user=user, reason=reason) if action else None


_ACTIONS = {rule.end: action for action, rule in RULES.items() if action != ReviewAction.SENT_BACK}


def _take_step(
    article: Article, action: ReviewAction, user: User, reason: str = "", seen_version: int | None = None
) -> Article:
    """Take a step with the article as it is stored, locked; return it. `seen_version` is a version's history_id."""
    with transaction.atomic():
        stored = Article.objects.select_for_update().get(pk=article.pk)
        check_step(stored, action, user, reason)
        if seen_version is not None and seen_version != latest_version(stored):
            raise ReviewError(_("没有改动：您打开之后，有人又修改了这篇稿件。请看过现在的内容再决定。"))
        stored.status = RULES[action].end
        stored._history_user = user  # type: ignore[attr-defined]
        stored.save()
        ReviewStep.objects.create(article=stored, action=action, user=user, reason=reason.strip())
    article.status, article.modified = stored.status, stored.modified
    return stored


def latest_version(article: Article) -> int | None:
    """Return the history_id of an article's newest version."""
    return article.history.order_by("-history_id").values_list("history_id", flat=True).first()
