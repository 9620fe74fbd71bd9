"""Bulk change: an article and a change -> what it would have before and after, or why it cannot be changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.desk.bulk.change import ADDING, STEPS, Change
from archive.desk.bulk.copies import find_suspects
from archive.desk.bulk.links import is_meant, links_of, name_link
from archive.desk.near_duplicates import find_copies
from archive.desk.reviewing.rules import find_refusal
from archive.models import Article, BulkAction, Status


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to an article; `obstacle` tells why it does nothing, `copy` is an article to compare with."""

    article: Article
    before: str
    after: str
    obstacle: str = ""
    copy: int | None = None

    @property
    def is_change(self) -> bool:
        """Whether something would be another than it is."""
        return not self.obstacle and self.before != self.after


def find_effects(articles: Iterable[Article], change: Change, user: User) -> tuple[Effect, ...]:
    """Return what a change would do to each of the articles."""
    found = tuple(articles)
    is_publishing = change.action is BulkAction.SET_STATUS and change.value == Status.PUBLISHED
    suspects = find_suspects(article.pk for article in found) if is_publishing else frozenset()
    return tuple(find_effect(article, change, user, article.pk in suspects) for article in found)


def find_effect(article: Article, change: Change, user: User, may_be_copy: bool = True) -> Effect:
    """Return what a change would do to an article; copies of others are looked for where there may be some."""
    if change.action is BulkAction.SET_STATUS:
        return _find_step(article, change, user, may_be_copy)
    return _find_link_change(article, change)


def _find_step(article: Article, change: Change, user: User, may_be_copy: bool) -> Effect:
    before = article.get_status_display()
    if article.status == change.value:
        return Effect(article, before, before)
    if refusal := find_refusal(article, STEPS[Status(change.value)], user):
        return Effect(article, before, before, refusal)
    copies = find_copies(article) if may_be_copy and change.value == Status.PUBLISHED else ()
    if copies:
        message = _("像是已有稿件的翻版，要先并排比较才能发布。")
        return Effect(article, before, before, message, copies[0].article.pk)
    return Effect(article, before, change.label)


def _find_link_change(article: Article, change: Change) -> Effect:
    links = links_of(article, change)
    before = [_describe(name_link(link), link.is_confirmed) for link in links]
    after = [text for text, link in zip(before, links, strict=True) if not is_meant(link, change)]
    if change.action in ADDING:
        meant = next((link for link in links if is_meant(link, change)), None)
        # Where a link was found and nobody looked at it yet, to add it is to confirm it.
        place = links.index(meant) if meant else len(after)
        after.insert(place, _describe(name_link(meant) if meant else change.label, is_confirmed=True))
    return Effect(article, "、".join(before), "、".join(after))


def _describe(name: str, is_confirmed: bool) -> str:
    return name if is_confirmed else _("%(name)s（未核对）") % {"name": name}
