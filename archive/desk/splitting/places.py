"""Splitting: where in a draft lines are; the draft without them, so that they can be put elsewhere."""

from collections.abc import Callable, Collection
from dataclasses import replace

from django.utils.translation import gettext as _

from archive.desk.splitting.change import ChangeError
from archive.desk.splitting.draft import Copy, Draft, DraftArticle, Entry
from archive.desk.splitting.entries import Entries, bare, settle, take_out


def find_article(draft: Draft, line: int) -> DraftArticle | None:
    """Return the article that has a line."""
    return next((one for one in draft.articles if any(entry.line == line for entry in one.entries)), None)


def need_article(draft: Draft, key: int) -> DraftArticle:
    """Return the article with a key. Raises ChangeError where it is gone."""
    if article := draft.article(key):
        return article
    raise ChangeError(_("这篇稿件已经不在了。"))


def not_in_article() -> ChangeError:
    """Return the error of a change that only a line of an article can have."""
    return ChangeError(_("这一行还没有归入稿件。"))


def take_lines(draft: Draft, lines: Collection[int]) -> tuple[Draft, Entries]:
    """Return the draft without some lines, and these in reading order; those in no article come last.

    Raises ChangeError where the page has no such line.
    """
    wanted = set(lines)
    taken: list[Entry] = []
    for article in draft.articles:
        last = 0
        for entry in article.entries:
            if entry.line in wanted:
                is_joined = entry.is_joined and last in wanted
                taken.append(replace(entry, is_joined=is_joined))
            last = entry.line
    loose = (*draft.noise, *draft.unplaced, *(copy.entry for copy in draft.copies))
    taken += [entry for entry in loose if entry.line in wanted]
    if len(taken) < len(wanted):
        raise ChangeError(_("版面上没有这一行。"))
    left = replace(
        draft,
        articles=tuple(
            replace(article, entries=take_out(article.entries, wanted))
            if any(entry.line in wanted for entry in article.entries)
            else article
            for article in draft.articles
        ),
        noise=tuple(entry for entry in draft.noise if entry.line not in wanted),
        unplaced=tuple(entry for entry in draft.unplaced if entry.line not in wanted),
        copies=tuple(copy for copy in draft.copies if copy.entry.line not in wanted),
    )
    return left, tuple(taken)


def change_article(draft: Draft, key: int, change: Callable[[Entries], Entries]) -> Draft:
    """Return the draft with another order or other lines in one article."""
    return replace(
        draft,
        articles=tuple(
            replace(article, entries=change(article.entries)) if article.key == key else article
            for article in draft.articles
        ),
    )


def change_entries(draft: Draft, lines: Collection[int], change: Callable[[Entry], Entry]) -> Draft:
    """Return the draft with some lines of its articles changed where they stand."""

    def change_all(entries: Entries) -> Entries:
        return settle(change(entry) if entry.line in lines else entry for entry in entries)

    return replace(
        draft, articles=tuple(replace(article, entries=change_all(article.entries)) for article in draft.articles)
    )


def add_noise(draft: Draft, entries: Entries) -> Draft:
    """Return the draft with more noise, in print order."""
    return replace(draft, noise=_in_print_order((*draft.noise, *entries)))


def add_unplaced(draft: Draft, entries: Entries) -> Draft:
    """Return the draft with more lines that are in no article yet, in print order."""
    return replace(draft, unplaced=_in_print_order((*draft.unplaced, *entries)))


def add_copies(draft: Draft, entries: Entries, original: int) -> Draft:
    """Return the draft with lines that repeat another; what repeated one of them repeats the other now."""
    lines = {entry.line for entry in entries}
    known = (replace(copy, original=original) if copy.original in lines else copy for copy in draft.copies)
    copies = (*known, *(Copy(bare(entry), original) for entry in entries))
    return replace(draft, copies=tuple(sorted(copies, key=lambda copy: copy.entry.line)))


def _in_print_order(entries: Entries) -> Entries:
    return tuple(sorted(map(bare, entries), key=lambda entry: entry.line))
