"""Splitting: the drafts before and after a step -> the line that it was about, to go back to when it is undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.desk.splitting.draft import Draft, Entry


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line is: in the article of a key or in none, and after which line there."""

    article: int | None
    entry: Entry
    after: int | None

    @property
    def goes_on_from(self) -> int | None:
        """The line where the sentence breaks off that this one goes on with."""
        return self.after if self.entry.is_joined else None


def find_touched(before: Draft, after: Draft) -> int | None:
    """Return the first line, as printed, that is something else or elsewhere; None where articles alone differ.

    Of a sentence that goes on elsewhere, the line where it breaks off: there it is decided.
    """
    was, now = _find_places(before), _find_places(after)
    joins = {line: {was[line].goes_on_from, now[line].goes_on_from} for line in now}
    broken_off = {line for ends in joins.values() if len(ends) > 1 for line in ends if line is not None}
    changed = {line for line in now if (now[line].article, now[line].entry) != (was[line].article, was[line].entry)}
    moved = {line for line in now if now[line].after != was[line].after}
    return min(broken_off or changed or moved, default=None)


def _find_places(draft: Draft) -> dict[int, _Place]:
    return {place.entry.line: place for place in _read_places(draft)}


def _read_places(draft: Draft) -> Iterator[_Place]:
    for article in draft.articles:
        yield from _read_entries(article.key, article.entries)
    for entries in (draft.noise, draft.unplaced, [copy.entry for copy in draft.copies]):
        yield from _read_entries(None, entries)


def _read_entries(article: int | None, entries: Sequence[Entry]) -> Iterator[_Place]:
    lines = [None, *(entry.line for entry in entries)]
    yield from (_Place(article, entry, after) for entry, after in zip(entries, lines, strict=False))
