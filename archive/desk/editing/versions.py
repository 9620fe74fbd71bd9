"""Editing: an article and a version -> the entry that the version was, with the links that the article had then."""

from archive.desk.editing.entry import Entry, read_article
from archive.desk.history.past import Past, find_following, find_version
from archive.desk.reviewing.steps import latest_version
from archive.models import Article


def read_stored(article: Article) -> Entry:
    """Return the entry that an article is now, whatever the one in hand says."""
    stored = Article.objects.select_related("newspaper").get(pk=article.pk)
    return read_article(stored, latest_version(stored) or 0)


def read_version(article: Article, version: int) -> Entry | None:
    """Return the entry that a version of an article was, or None where there is no such version."""
    row = find_version(article, version)
    return Past(article).read(row, find_following(article, row)) if row else None
