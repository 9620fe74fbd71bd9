"""Drafts for the tests, written short: h3 is line 3 as a headline, +5 line 5 joined to the one before it."""

from archive.desk.splitting.change import Change, ChangeKind
from archive.desk.splitting.changes import apply_change
from archive.desk.splitting.draft import Copy, Draft, DraftArticle, Entry, Role

_ROLES = {
    "z": Role.SECTION,
    "k": Role.KICKER,
    "h": Role.HEADLINE,
    "s": Role.SUBHEAD,
    "b": Role.BYLINE,
    "x": Role.CROSSHEAD,
    "c": Role.CAPTION,
}
_LETTERS = {role: letter for letter, role in _ROLES.items()}


def read_entry(word: str) -> Entry:
    """Return a line: 3, +5, h3, c7; [3 has a gap before it, 3] one behind it."""
    role = next((_ROLES[letter] for letter in word if letter in _ROLES), Role.PARAGRAPH)
    number = int("".join(filter(str.isdigit, word)))
    return Entry(number, role, "+" in word, "" if "[" in word else None, "" if "]" in word else None)


def make_draft(*articles: str, noise: str = "", unplaced: str = "", copies: str = "", breaks: str = "") -> Draft:
    """Return a draft; its articles have the keys 1, 2, ...; copies are written 89=83."""
    pairs = (pair.split("=") for pair in copies.split())
    return Draft(
        tuple(DraftArticle(key, tuple(map(read_entry, one.split()))) for key, one in enumerate(articles, start=1)),
        tuple(map(read_entry, noise.split())),
        tuple(map(read_entry, unplaced.split())),
        tuple(Copy(Entry(int(copy)), int(original)) for copy, original in pairs),
        {int(line): () for line in breaks.split()},
    )


def write_entry(entry: Entry) -> str:
    """Return a line as `read_entry` reads it."""
    before, after = "[" if entry.gap_before is not None else "", "]" if entry.gap_after is not None else ""
    return f"{before}{'+' if entry.is_joined else ''}{_LETTERS.get(entry.role, '')}{entry.line}{after}"


def show(draft: Draft) -> list[str]:
    """Return the articles of a draft, written short."""
    return [" ".join(map(write_entry, article.entries)) for article in draft.articles]


def change(draft: Draft, kind: ChangeKind, *lines: int, **fields: object) -> Draft:
    """Return the draft after a change of lines."""
    return apply_change(draft, Change(kind, lines, **fields))  # type: ignore[arg-type]
