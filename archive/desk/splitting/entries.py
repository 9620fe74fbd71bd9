"""Splitting: an article's lines in reading order -> the same after lines were taken out, put in or moved."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import pairwise

from archive.desk.splitting.draft import HEAD_ROLES, Entry, Role

Entries = tuple[Entry, ...]


def settle(entries: Iterable[Entry]) -> Entries:
    """Return the lines, the head's first, with what cannot hold any more undone.

    Only a paragraph goes on with a paragraph, which must stand just before it; between the two nothing is lost.
    """
    given = tuple(entries)
    heads = sorted((entry for entry in given if entry.role in HEAD_ROLES), key=lambda one: HEAD_ROLES.index(one.role))
    settled = [replace(entry, is_joined=False) if entry.is_joined else entry for entry in heads]
    for entry in given:
        if entry.role in HEAD_ROLES:
            continue
        last = settled[-1] if settled else None
        if entry.is_joined and last is not None and last.role is entry.role is Role.PARAGRAPH:
            settled[-1] = replace(last, gap_after=None, is_whole=False)
            entry = replace(entry, gap_before=None)
        elif entry.is_joined:
            entry = replace(entry, is_joined=False)
        settled.append(entry)
    return tuple(settled)


def bare(entry: Entry) -> Entry:
    """Return a line without what it only has in an article's reading order."""
    return Entry(entry.line, entry.role)


def place_of(entries: Entries, line: int) -> int:
    """Return where a line stands, from 0. Raises StopIteration where it does not."""
    return next(at for at, entry in enumerate(entries) if entry.line == line)


def take_out(entries: Entries, lines: Collection[int]) -> Entries:
    """Return the lines without some; what went on with one of those stands alone."""
    kept: list[Entry] = []
    is_cut = False
    for entry in entries:
        if entry.line in lines:
            is_cut = True
            continue
        kept.append(replace(entry, is_joined=False) if is_cut and entry.is_joined else entry)
        is_cut = False
    return settle(kept)


def put_in(entries: Entries, new: Iterable[Entry]) -> Entries:
    """Return the lines with others among them, each behind the nearest that is printed before it.

    No two lines that are joined are parted; one that goes on with another new one stays with it.
    """
    result = list(entries)
    last_new = None
    for entry in new:
        if entry.is_joined and last_new is not None:
            at = result.index(last_new) + 1
        else:
            entry = replace(entry, is_joined=False)
            at = _place_in_print_order(result, entry.line)
        result.insert(at, entry)
        last_new = entry
    return settle(result)


def _place_in_print_order(entries: list[Entry], line: int) -> int:
    before = [at for at, entry in enumerate(entries) if entry.line < line]
    if not before:
        return 0
    at = max(before, key=lambda at: entries[at].line) + 1
    while at < len(entries) and entries[at].is_joined:
        at += 1
    return at


def chain_at(entries: Entries, at: int) -> range:
    """Return the places of the lines joined with the one at a place, itself among them."""
    start = at
    while entries[start].is_joined:
        start -= 1
    return range(start, end_of_chain(entries, at))


def end_of_chain(entries: Entries, at: int) -> int:
    """Return the place behind the last line that goes on with the one at a place."""
    end = at + 1
    while end < len(entries) and entries[end].is_joined:
        end += 1
    return end


def find_jumps(entries: Entries) -> dict[int, int]:
    """Return the lines after which the reading leaves the order of the print without a join, and where it goes on.

    Captions count nowhere: they stand wherever a picture was.
    """
    body = [entry for entry in entries if entry.role in (Role.PARAGRAPH, Role.CROSSHEAD)]
    printed = sorted(entry.line for entry in body)
    below = dict(pairwise(printed))
    return {
        one.line: other.line
        for one, other in pairwise(body)
        if not other.is_joined and below.get(one.line) != other.line
    }
