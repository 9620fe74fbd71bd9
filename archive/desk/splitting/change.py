"""Splitting: one change of a draft as an editor asks for it, and why it may be impossible."""

from dataclasses import dataclass
from enum import StrEnum

from archive.desk.splitting.draft import Role


class ChangeKind(StrEnum):
    """What is done; to the lines of a change, or to its article."""

    GIVE = "give"
    NEW = "new"
    SPLIT = "split"
    ROLE = "role"
    UP = "up"
    DOWN = "down"
    PLACE = "place"
    JOIN = "join"
    UNJOIN = "unjoin"
    GAP_BEFORE = "gap_before"
    GAP_AFTER = "gap_after"
    WHOLE = "whole"
    NOISE = "noise"
    UNPLACED = "unplaced"
    COPY = "copy"
    ORIGINAL = "original"
    MERGE = "merge"
    ORDER = "order"
    REMOVE = "remove"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; which fields it needs, the function that makes it tells.

    `article` is a key. `target` is a line: that goes on, that is repeated, before which lines are placed; 0 is none.
    """

    kind: ChangeKind
    lines: tuple[int, ...] = ()
    article: int = 0
    target: int = 0
    place: int = 0
    role: Role = Role.PARAGRAPH
    reason: str = ""


class ChangeError(Exception):
    """A change that cannot be made; its text tells the editor why."""
