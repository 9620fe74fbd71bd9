"""Splitting: a draft, one of its articles and what is to be done with it -> the draft after it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from archive.desk.splitting.change import Change, ChangeError
from archive.desk.splitting.draft import HEAD_ROLES, Draft, DraftArticle, Entry, Role
from archive.desk.splitting.entries import Entries, place_of, settle
from archive.desk.splitting.line_changes import new_key
from archive.desk.splitting.places import (
    add_unplaced,
    change_article,
    find_article,
    need_article,
    not_in_article,
    take_lines,
)

_HEADINGS = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD)


def split_article(draft: Draft, change: Change) -> Draft:
    """Begin a new article at a line: it takes what follows in the reading order, and of the head what is printed below.

    At a line of the head it takes all that is printed from there on.
    """
    line = change.lines[0] if change.lines else 0
    article = find_article(draft, line)
    if article is None:
        raise not_in_article()
    lines = _lines_from(article.entries, line)
    if len(lines) == len(article.entries):
        raise ChangeError(_("这一行已经是一篇的开头。"))
    left, taken = take_lines(draft, lines)
    entries = settle(_with_headline(entry, line) for entry in taken)
    new = DraftArticle(new_key(draft), entries, article.under)
    at = left.articles.index(need_article(left, article.key)) + 1
    return replace(left, articles=(*left.articles[:at], new, *left.articles[at:]))


def merge_articles(draft: Draft, change: Change) -> Draft:
    """Give all of an article to another (`target` is its key), behind or before its lines as they are printed.

    An article keeps one headline: the other's become crossheads.
    """
    article, other = need_article(draft, change.article), need_article(draft, change.target)
    if article.key == other.key:
        raise ChangeError(_("这是同一篇稿件。"))
    has_headline = any(entry.role is Role.HEADLINE for entry in other.entries)
    left, taken = take_lines(draft, [entry.line for entry in article.entries])
    if has_headline:
        taken = tuple(replace(entry, role=Role.CROSSHEAD) if entry.role in _HEADINGS else entry for entry in taken)
    is_behind = min(entry.line for entry in taken) > min(entry.line for entry in other.entries)
    return change_article(
        left, other.key, lambda entries: settle((*entries, *taken) if is_behind else (*taken, *entries))
    )


def order_article(draft: Draft, change: Change) -> Draft:
    """Put an article at a place among the others, from 0."""
    article = need_article(draft, change.article)
    others = [one for one in draft.articles if one.key != article.key]
    place = max(0, min(change.place, len(others)))
    return replace(draft, articles=(*others[:place], article, *others[place:]))


def remove_article(draft: Draft, change: Change) -> Draft:
    """Give an article up; its lines are in none then."""
    article = need_article(draft, change.article)
    left, taken = take_lines(draft, [entry.line for entry in article.entries])
    return add_unplaced(left, taken)


def put_under(draft: Draft, change: Change) -> Draft:
    """Put an article under the section heading of the nearest one before it, or take it away from there."""
    article = need_article(draft, change.article)
    above = draft.articles[: draft.articles.index(article)]
    section = next((one.key for one in reversed(above) if has_section(one)), None)
    if article.under is None and section is None:
        raise ChangeError(_("前面没有带栏题的稿件。"))
    under = section if article.under is None else None
    return replace(
        draft, articles=tuple(replace(one, under=under) if one is article else one for one in draft.articles)
    )


def has_section(article: DraftArticle) -> bool:
    """Whether an article has a section heading among its lines."""
    return any(entry.role is Role.SECTION for entry in article.entries)


def _lines_from(entries: Entries, line: int) -> list[int]:
    at = place_of(entries, line)
    is_head = entries[at].role in HEAD_ROLES
    body = (entry for entry in entries if entry.line > line) if is_head else entries[at:]
    heads = (entry for entry in entries if entry.role in HEAD_ROLES and entry.line >= line)
    return list(dict.fromkeys(entry.line for entry in (*heads, *body)))


def _with_headline(entry: Entry, line: int) -> Entry:
    """Return a line of a new article; the crosshead that it begins with is its headline."""
    is_headline = entry.line == line and entry.role is Role.CROSSHEAD
    return replace(entry, role=Role.HEADLINE) if is_headline else entry
