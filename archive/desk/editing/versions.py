"""Editing: an article and a version -> the entry that the version was, with the links that the article had then."""

import datetime
from typing import Any

from archive.desk.editing.entry import Entry, Links, read_article
from archive.desk.reviewing.steps import latest_version
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson


def read_stored(article: Article) -> Entry:
    """Return the entry that an article is now."""
    return read_article(article, latest_version(article) or 0)


def read_version(article: Article, version: int) -> Entry | None:
    """Return the entry that a version of an article was, or None where there is no such version.

    A version is saved before its links: they are what they were until the next version was saved.
    """
    row = article.history.filter(history_id=version).first()
    if row is None:
        return None
    following = article.history.filter(history_id__gt=version).order_by("history_id").first()
    until = following.history_date if following else None
    links = Links(*(_links_until(model, article, until) for model in (ArticleCity, ArticleInitiative, ArticlePerson)))
    return read_article(row.instance, version, links)


def _links_until(model: Any, article: Article, until: datetime.datetime | None) -> tuple[Any, ...]:
    """Return the last version of each link that an article had before a moment."""
    rows = model.history.filter(article_id=article.pk).order_by("history_date", "history_id")
    if until:
        rows = rows.filter(history_date__lt=until)
    last = {row.id: row for row in rows}
    return tuple(row for row in last.values() if row.history_type != "-")
