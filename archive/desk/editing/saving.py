"""Editing: a checked entry -> the article, its version and links in one transaction; or what two savers dispute."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from archive.desk.date_entry import read_date_entry
from archive.desk.editing.entry import CONFIRMABLE, Entry
from archive.desk.editing.linking import write_links
from archive.desk.editing.merging import Merge, merge_entries
from archive.desk.editing.versions import read_stored, read_version
from archive.desk.people import name_person
from archive.desk.reviewing.rules import check_text_may_change
from archive.models import Article, KeptEntry, Newspaper

_PLAIN = ("kicker", "headline", "subhead", "byline", "dateline", "genre", "body")


@dataclass(frozen=True, slots=True)
class Saver:
    """Who saved the article while the editor had it open, and when; no name where a command did."""

    name: str
    time: datetime.datetime
    is_oneself: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a save. `merge` is there where the article had been saved meanwhile; with conflicts, nothing was
    saved.
    """

    article: Article
    merge: Merge | None = None
    saver: Saver | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the article is now as the entry says."""
        return self.merge is None or not self.merge.conflicts


def save_entry(pk: int, entry: Entry, user: User) -> Outcome:
    """Save an entry that was checked, with what another person, or another window, changed in other fields meanwhile.

    An entry that changes nothing makes no version. Raises ReviewError where the text may not be changed.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=pk)
        stored = read_stored(article)
        merge = saver = None
        if entry.version != stored.version:
            merge = merge_entries(read_version(article, entry.version), stored, entry)
            saver = _last_saver(article, user)
            if merge.conflicts:
                return Outcome(article, merge, saver)
            entry = merge.entry
        entry = entry.brought_up_to(stored)
        if not entry.says_the_same(stored):
            write_entry(article, stored, entry, user)
        KeptEntry.objects.filter(article=article, user=user).delete()
    return Outcome(article, merge, saver)


def write_entry(article: Article, stored: Entry, entry: Entry, user: User) -> None:
    """Write the article, then its links: each version is followed by the links that it has.

    `stored` is what the article is now. Raises ReviewError where its text may not be changed.
    """
    if entry.texts != stored.texts:
        check_text_may_change(article)
    for name in _PLAIN:
        setattr(article, name, entry.texts[name])
    article.newspaper = _find_newspaper(entry.texts["newspaper"])
    article.date, article.date_precision = read_date_entry(entry.texts["date"])
    for name in CONFIRMABLE:
        setattr(article, f"is_{name}_confirmed", name in entry.confirmed)
    article._history_user = user  # type: ignore[attr-defined]
    article.save()
    write_links(article, entry.facts, user)


def _find_newspaper(name: str) -> Newspaper | None:
    return Newspaper.objects.get_or_create(name=name)[0] if name else None


def _last_saver(article: Article, user: User) -> Saver | None:
    """Return who made an article's newest version; it may be the user, in another window."""
    version = article.history.select_related("history_user").order_by("-history_id").first()
    if version is None:
        return None
    by = version.history_user
    return Saver(name_person(by), version.history_date, is_oneself=by == user)
