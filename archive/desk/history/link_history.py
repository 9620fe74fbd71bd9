"""History: an article -> the links to places, programmes and people that it had at a moment, as far as was noted."""

import datetime
from collections.abc import Iterable
from typing import Any

from archive.desk.editing.entry import Links
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson

_KINDS: tuple[Any, ...] = (ArticleCity, ArticleInitiative, ArticlePerson)


class LinkHistory:
    """What was noted of an article's links; read from the database once.

    A link that was written in bulk has no history: nobody knows since when it is there.
    """

    def __init__(self, article: Article) -> None:
        self._rows = [
            list(kind.history.filter(article_id=article.pk).order_by("history_date", "history_id")) for kind in _KINDS
        ]
        self.unknown = Links(
            *(self._without_rows(rows, kind, article) for rows, kind in zip(self._rows, _KINDS, strict=True))
        )

    def until(self, moment: datetime.datetime | None) -> Links:
        """Return the links that there were just before a moment, or that there are."""
        return Links(*(tuple(_last_of_each(rows, moment)) for rows in self._rows))

    @staticmethod
    def _without_rows(rows: list[Any], kind: Any, article: Article) -> tuple[Any, ...]:
        noted = {row.id for row in rows}
        return tuple(link for link in kind.objects.filter(article=article) if link.pk not in noted)


def _last_of_each(rows: Iterable[Any], moment: datetime.datetime | None) -> Iterable[Any]:
    last = {row.id: row for row in rows if moment is None or row.history_date < moment}
    return (row for row in last.values() if row.history_type != "-")
