"""Editing: a saved article and the pressed button -> its next step, what the editor is told, and where they go on."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.editing.labelling import label_facts, label_field
from archive.desk.editing.saving import Outcome
from archive.desk.editing.surroundings import find_next
from archive.desk.holding import release_hold
from archive.desk.near_duplicates import find_copies
from archive.desk.reviewing.rules import ReviewError
from archive.desk.reviewing.steps import publish, submit
from archive.desk.splitting.leaving import leave_page
from archive.desk.trouble import explain_trouble
from archive.models import Article

_DONE = {"submit": gettext_lazy("已送审：%(headline)s"), "publish": gettext_lazy("已发布：%(headline)s")}
_SAVED = gettext_lazy("已保存：%(headline)s")
# After any other button the editor stays with the article.
_GOING_ON = ("save_next", *_DONE)


def go_on(request: HttpRequest, outcome: Outcome) -> str:
    """Take the step that the button asks for, leave messages, and return the address to go to.

    A step that is refused leaves the article saved and its editor where they are, and so does a machine that cannot
    write it now.
    """
    article = outcome.article
    _tell_of_merge(request, outcome)
    try:
        return _finish(request, outcome)
    except ReviewError as refusal:
        messages.error(request, _("已保存，但是：%(refusal)s") % {"refusal": refusal})
    except OperationalError as error:
        if not explain_trouble(error):
            raise
        messages.error(
            request, _("已保存，但是下一步没有做成：数据库正忙，或者服务器的磁盘满了。请再试；还不行就告诉管理员。")
        )
    return resolve_url("edit", article.pk)


def _finish(request: HttpRequest, outcome: Outcome) -> str:
    """Do what comes after the save.

    What another person changed has to be looked at before the next step, and a copy of another article before it is
    published.
    """
    article, action = outcome.article, request.POST.get("action", "")
    if action in _DONE and outcome.merge and outcome.merge.taken:
        messages.warning(request, _("已保存，下一步还没有做：请先看一遍合在一起的稿件。"))
        return resolve_url("edit", article.pk)
    if action == "publish" and (copies := find_copies(article)):
        messages.warning(request, _("已保存，还没有发布：这篇稿件像是已有稿件的翻版，请先比较。"))
        return resolve_url("duplicate", article.pk, copies[0].article.pk)
    _take_step(action, article, request.user)  # type: ignore[arg-type]
    messages.success(request, _DONE.get(action, _SAVED) % {"headline": article.display_headline})
    return next_address(request, article) if action in _GOING_ON else resolve_url("edit", article.pk)


def _take_step(action: str, article: Article, user: User) -> None:
    if action == "submit":
        submit(article, user)
    elif action == "publish":
        publish(article, user)


def _tell_of_merge(request: HttpRequest, outcome: Outcome) -> None:
    """Say what another person, or the same in another window, had changed and is now in the article too."""
    if outcome.merge is None or outcome.saver is None or not outcome.merge.taken:
        return
    labels = label_facts(outcome.merge.entry.facts)
    fields = "、".join(label_field(name, labels) for name in outcome.merge.taken)
    time = timezone.localtime(outcome.saver.time).strftime("%H:%M")
    person = _("您自己") if outcome.saver.is_oneself else outcome.saver.name or _("别人")
    message = _("%(person)s在 %(time)s 保存过这篇稿件，改了：%(fields)s。这些改动和您的合在了一起，都没有丢。")
    messages.info(request, message % {"person": person, "time": time, "fields": fields})


def next_address(request: HttpRequest, article: Article) -> str:
    """Let go of an article; return where its editor goes on: the next draft of its page, or what is next."""
    release_hold(request.user, article=article)  # type: ignore[arg-type]
    if following := find_next(article):
        return resolve_url("edit", following.pk)
    return leave_page(request, article.page_id) if article.page_id else resolve_url("desk")
