"""History: an article and one of its versions -> the entry that the version was, with the links of that time.

A version is noted before its links: they are what they were until the next version was noted.
"""

from dataclasses import replace
from typing import Any

from archive.desk.editing.entry import Entry, read_article
from archive.desk.history.link_history import LinkHistory
from archive.models import Article, Newspaper


class Past:
    """The versions of one article as entries; what they have in common is read from the database once."""

    def __init__(self, article: Article) -> None:
        self._links = LinkHistory(article)
        self._newspapers = Newspaper.objects.in_bulk(
            set(article.history.exclude(newspaper_id=None).values_list("newspaper_id", flat=True))
        )
        self.unknown = read_article(article, 0, self._links.unknown).facts

    def read(self, version: Any, following: Any | None) -> Entry:
        """Return a version, given the one after it, as an entry.

        A link of which nothing was noted counts as always there: so no comparison shows it, and no restoring takes
        it away. A newspaper that is not there any more is none.
        """
        instance = version.instance
        instance.newspaper = self._newspapers.get(instance.newspaper_id)
        links = self._links.until(following.history_date if following else None)
        entry = read_article(instance, version.history_id, links)
        known = {fact.name for fact in entry.facts}
        return replace(entry, facts=(*entry.facts, *(fact for fact in self.unknown if fact.name not in known)))


def find_version(article: Article, key: int) -> Any | None:
    """Return the version with a history_id."""
    return article.history.select_related("history_user").filter(history_id=key).first()


def find_following(article: Article, version: Any) -> Any | None:
    """Return the version after one."""
    return article.history.filter(history_id__gt=version.history_id).order_by("history_id").first()


def find_previous(article: Article, version: Any) -> Any | None:
    """Return the version before one."""
    return article.history.filter(history_id__lt=version.history_id).order_by("-history_id").first()
