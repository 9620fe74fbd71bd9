"""Splitting: a draft and two halves of a sentence -> the draft with them joined, or parted."""

from dataclasses import replace

from django.utils.translation import gettext as _

from archive.desk.splitting.change import Change, ChangeError
from archive.desk.splitting.draft import Draft, DraftArticle, Entry, Role
from archive.desk.splitting.entries import Entries, end_of_chain, place_of, settle
from archive.desk.splitting.places import change_article, change_entries, find_article, not_in_article, take_lines


def join(draft: Draft, change: Change) -> Draft:
    """Let the one line of a change go on with its target, which comes to stand behind it.

    What is joined to the target comes with it. Where text stands between the two, they are pieces of columns:
    then all that follows the target up to the next break comes too.
    """
    line, target = change.lines[0] if change.lines else 0, change.target
    article, source = find_article(draft, line), find_article(draft, target)
    if article is None or line == target:
        raise not_in_article()
    lines = _find_block(draft, source, line, target, is_same=source is article)
    left, taken = take_lines(draft, lines)
    first = replace(taken[0], role=Role.PARAGRAPH, is_joined=True, gap_before=None)

    def insert(entries: Entries) -> Entries:
        at = place_of(entries, line)
        head = replace(entries[at], role=Role.PARAGRAPH, gap_after=None, is_whole=False)
        rest = entries[at + 1 :]
        if rest and rest[0].is_joined:
            rest = (replace(rest[0], is_joined=False), *rest[1:])
        return settle((*entries[:at], head, first, *taken[1:], *rest))

    return change_article(left, article.key, insert)


def unjoin(draft: Draft, change: Change) -> Draft:
    """Part lines from what they go on with; one that goes on with nothing, from what goes on with it."""
    cut: set[int] = set()
    for article in draft.articles:
        for at, entry in enumerate(article.entries):
            if entry.line in change.lines:
                following = article.entries[at + 1 : at + 2]
                cut |= {one.line for one in ((entry,) if entry.is_joined else following) if one.is_joined}
    if not cut:
        raise ChangeError(_("这一段没有接续。"))
    return change_entries(draft, cut, lambda entry: replace(entry, is_joined=False))


def _find_block(draft: Draft, source: DraftArticle | None, line: int, target: int, is_same: bool) -> list[int]:
    """Return the lines that come with the target. Raises ChangeError where the line itself goes on from it."""
    if source is None:
        return [target]
    entries = source.entries
    start = place_of(entries, target)
    end = end_of_chain(entries, start)
    block = [entry.line for entry in entries[start:end]]
    if line in block:
        raise ChangeError(_("这两段已经接在一起，次序相反；请先取消接续。"))
    if not is_same:
        return block
    at = place_of(entries, line)
    between = entries[at + 1 : start] if at < start else entries[end:at]
    if not any(entry.role is Role.PARAGRAPH for entry in between):
        return block
    while end < len(entries) and not _breaks_off(draft, entries[end - 1]):
        end = end_of_chain(entries, end)
    column = [entry.line for entry in entries[start:end]]
    return block if line in column else column


def _breaks_off(draft: Draft, entry: Entry) -> bool:
    """Whether the text of a line stops in mid-sentence, or is known to be cut there."""
    return entry.role is Role.PARAGRAPH and (entry.gap_after is not None or entry.line in draft.offers)
