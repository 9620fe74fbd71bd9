"""Splitting: a draft, lines and what is to be done with them -> the draft after it."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext as _

from archive.desk.splitting.change import Change, ChangeError
from archive.desk.splitting.draft import HEAD_ROLES, Draft, DraftArticle, Entry, Role
from archive.desk.splitting.entries import Entries, bare, chain_at, place_of, put_in, settle
from archive.desk.splitting.places import (
    add_copies,
    add_noise,
    add_unplaced,
    change_article,
    change_entries,
    find_article,
    need_article,
    not_in_article,
    take_lines,
)


def give(draft: Draft, change: Change) -> Draft:
    """Give lines to an article, each where it is printed; those that it has already stay where they are."""
    article = need_article(draft, change.article)
    known = {entry.line for entry in article.entries}
    left, taken = take_lines(draft, [line for line in change.lines if line not in known])
    return change_article(left, article.key, lambda entries: put_in(entries, taken))


def make_article(draft: Draft, change: Change) -> Draft:
    """Make a new article of lines, among the others where its first line is printed."""
    left, taken = take_lines(draft, change.lines)
    entries = put_in((), _as_head(tuple(sorted(taken, key=lambda entry: entry.line))))
    article = DraftArticle(new_key(draft), entries)
    first = min(change.lines)
    place = sum(min(entry.line for entry in one.entries) < first for one in left.articles if one.entries)
    return replace(left, articles=(*left.articles[:place], article, *left.articles[place:]))


def set_role(draft: Draft, change: Change) -> Draft:
    """Say what lines are in their article, also those that are in none yet."""

    def with_role(entry: Entry) -> Entry:
        return replace(entry, role=change.role) if entry.line in change.lines else entry

    changed = change_entries(draft, change.lines, with_role)
    return replace(
        changed,
        noise=tuple(map(with_role, draft.noise)),
        unplaced=tuple(map(with_role, draft.unplaced)),
        copies=tuple(replace(copy, entry=with_role(copy.entry)) for copy in draft.copies),
    )


def mark_noise(draft: Draft, change: Change) -> Draft:
    """Put lines aside that belong to no article."""
    left, taken = take_lines(draft, change.lines)
    return add_noise(left, taken)


def mark_unplaced(draft: Draft, change: Change) -> Draft:
    """Take lines out of their article without saying yet where they belong."""
    left, taken = take_lines(draft, change.lines)
    return add_unplaced(left, taken)


def mark_copy(draft: Draft, change: Change) -> Draft:
    """Put lines aside that repeat another line of the page."""
    original = next((copy.original for copy in draft.copies if copy.entry.line == change.target), change.target)
    if original in change.lines or original not in set(draft.lines):
        raise ChangeError(_("请写明与哪一行重复；要写别的一行。"))
    left, taken = take_lines(draft, change.lines)
    return add_copies(left, taken, original)


def mark_original(draft: Draft, change: Change) -> Draft:
    """Give lines that are no copies to the article that the print has them in."""
    copied = [copy.entry.line for copy in draft.copies if copy.entry.line in change.lines]
    left, taken = take_lines(draft, copied)
    for entry in taken:
        left = _put_back(left, entry)
    return left


def mark_gap_after(draft: Draft, change: Change) -> Draft:
    """Say that text is lost behind lines, and why; said again without a new reason it is taken back."""
    is_new = _toggles(draft, change, lambda entry: entry.gap_after is not None)
    after = change.reason if is_new else None
    cut = _cut_behind(draft, change.lines) if is_new else draft
    return change_entries(cut, change.lines, lambda entry: replace(entry, gap_after=after, is_whole=False))


def mark_gap_before(draft: Draft, change: Change) -> Draft:
    """Say that text is lost before lines, and why; said again without a new reason it is taken back."""
    is_new = _toggles(draft, change, lambda entry: entry.gap_before is not None)
    before = change.reason if is_new else None
    return change_entries(
        draft,
        change.lines,
        lambda entry: replace(entry, gap_before=before, is_joined=entry.is_joined and not is_new),
    )


def mark_whole(draft: Draft, change: Change) -> Draft:
    """Say that lines end where they seem to break off; said again it is taken back."""
    is_new = _toggles(draft, change, lambda entry: entry.is_whole)
    cut = _cut_behind(draft, change.lines) if is_new else draft
    return change_entries(cut, change.lines, lambda entry: replace(entry, is_whole=is_new, gap_after=None))


def move_up(draft: Draft, change: Change) -> Draft:
    """Move lines one place towards the beginning of their article, joined ones together."""
    return _move(draft, change, -1)


def move_down(draft: Draft, change: Change) -> Draft:
    """Move lines one place towards the end of their article, joined ones together."""
    return _move(draft, change, 1)


def place_lines(draft: Draft, change: Change) -> Draft:
    """Put lines before another one in its article, or at the end of an article where none is given."""
    article = find_article(draft, change.target) if change.target else need_article(draft, change.article)
    if article is None or change.target in change.lines:
        raise ChangeError(_("不能移到这里。"))
    left, taken = take_lines(draft, _with_joined(draft, change.lines))

    def insert(entries: Entries) -> Entries:
        if not any(entry.line == change.target for entry in entries):
            return settle((*entries, *taken))
        at = chain_at(entries, place_of(entries, change.target)).start
        return settle((*entries[:at], *taken, *entries[at:]))

    return change_article(left, article.key, insert)


def new_key(draft: Draft) -> int:
    """Return a key that no article has."""
    return max((article.key for article in draft.articles), default=0) + 1


def _as_head(entries: Entries) -> Entries:
    """Return the lines of a new article; a crosshead at its beginning is its headline."""
    if not entries or entries[0].role is not Role.CROSSHEAD:
        return entries
    return (replace(entries[0], role=Role.HEADLINE), *entries[1:])


def _toggles(draft: Draft, change: Change, has_mark: Callable[[Entry], bool]) -> bool:
    """Return whether a mark is to be set: some of the lines lack it, or another reason is given."""
    placed = [entry for one in draft.articles for entry in one.entries if entry.line in change.lines]
    if not placed:
        raise not_in_article()
    return bool(change.reason) or not all(map(has_mark, placed))


def _cut_behind(draft: Draft, lines: tuple[int, ...]) -> Draft:
    """Return the draft with the joins behind some lines undone."""
    behind = {
        following.line
        for article in draft.articles
        for entry, following in zip(article.entries, article.entries[1:], strict=False)
        if entry.line in lines and following.is_joined
    }
    return change_entries(draft, behind, lambda entry: replace(entry, is_joined=False))


def _put_back(draft: Draft, entry: Entry) -> Draft:
    """Return the draft with a line in the article that the nearest line printed before it is in."""
    holders = {other.line: one.key for one in draft.articles for other in one.entries}
    before = max((line for line in holders if line < entry.line), default=0)
    if not before:
        return add_unplaced(draft, (entry,))
    return change_article(draft, holders[before], lambda entries: put_in(entries, (bare(entry),)))


def _with_joined(draft: Draft, lines: tuple[int, ...]) -> list[int]:
    """Return lines with those that they are joined with."""
    found = dict.fromkeys(lines)
    for article in draft.articles:
        for at, entry in enumerate(article.entries):
            if entry.line in lines:
                found |= dict.fromkeys(article.entries[one].line for one in chain_at(article.entries, at))
    return list(found)


def _move(draft: Draft, change: Change, step: int) -> Draft:
    article = find_article(draft, change.lines[0]) if change.lines else None
    if article is None:
        raise not_in_article()
    lines = set(_with_joined(draft, change.lines))
    return change_article(draft, article.key, lambda entries: settle(_move_units(entries, lines, step)))


def _move_units(entries: Entries, lines: set[int], step: int) -> Entries:
    """Return the lines with some of them one unit further; a unit is what is joined, or one line of a head."""
    units: list[list[Entry]] = []
    for entry in entries:
        if entry.is_joined:
            units[-1].append(entry)
        else:
            units.append([entry])
    ordered = units if step < 0 else units[::-1]
    for at in range(1, len(ordered)):
        unit, other = ordered[at][0], ordered[at - 1][0]
        same_part = (unit.role in HEAD_ROLES) == (other.role in HEAD_ROLES)
        if unit.line in lines and other.line not in lines and same_part:
            ordered[at - 1], ordered[at] = ordered[at], ordered[at - 1]
    moved = ordered if step < 0 else ordered[::-1]
    return tuple(entry for unit in moved for entry in unit)
