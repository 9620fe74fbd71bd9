"""Splitting: draft and change -> draft. Every printed line stays in it once, and no text is touched."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from django.utils.translation import gettext as _

from archive.desk.splitting import article_changes, join_changes, line_changes
from archive.desk.splitting.article_changes import has_section
from archive.desk.splitting.change import Change, ChangeError, ChangeKind
from archive.desk.splitting.draft import Draft

_MADE_BY: Mapping[ChangeKind, Callable[[Draft, Change], Draft]] = MappingProxyType(
    {
        ChangeKind.GIVE: line_changes.give,
        ChangeKind.NEW: line_changes.make_article,
        ChangeKind.SPLIT: article_changes.split_article,
        ChangeKind.ROLE: line_changes.set_role,
        ChangeKind.UP: line_changes.move_up,
        ChangeKind.DOWN: line_changes.move_down,
        ChangeKind.PLACE: line_changes.place_lines,
        ChangeKind.JOIN: join_changes.join,
        ChangeKind.UNJOIN: join_changes.unjoin,
        ChangeKind.GAP_BEFORE: line_changes.mark_gap_before,
        ChangeKind.GAP_AFTER: line_changes.mark_gap_after,
        ChangeKind.WHOLE: line_changes.mark_whole,
        ChangeKind.NOISE: line_changes.mark_noise,
        ChangeKind.UNPLACED: line_changes.mark_unplaced,
        ChangeKind.COPY: line_changes.mark_copy,
        ChangeKind.ORIGINAL: line_changes.mark_original,
        ChangeKind.MERGE: article_changes.merge_articles,
        ChangeKind.ORDER: article_changes.order_article,
        ChangeKind.REMOVE: article_changes.remove_article,
        ChangeKind.UNDER: article_changes.put_under,
    }
)
_OF_ARTICLES = (ChangeKind.MERGE, ChangeKind.ORDER, ChangeKind.REMOVE, ChangeKind.UNDER)


def apply_change(draft: Draft, change: Change) -> Draft:
    """Return the draft after a change; an article that has no lines left is gone. Raises ChangeError."""
    if not change.lines and change.kind not in _OF_ARTICLES:
        raise ChangeError(_("请先选择一行。"))
    return _tidy(_MADE_BY[change.kind](draft, change))


def _tidy(draft: Draft) -> Draft:
    """Return the draft without empty articles, and with none under a section heading that is gone."""
    articles = tuple(article for article in draft.articles if article.entries)
    sections = {article.key for article in articles if has_section(article)}
    return replace(
        draft,
        articles=tuple(
            replace(article, under=None) if article.under and article.under not in sections else article
            for article in articles
        ),
    )
