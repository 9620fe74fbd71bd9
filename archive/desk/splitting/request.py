"""Splitting: the fields of the screen as sent -> the step that is asked for. Junk is refused, never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.desk.splitting.change import Change, ChangeError, ChangeKind
from archive.desk.splitting.draft import Role
from archive.desk.splitting.folio import FIELDS, Folio

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\]\[]")
_LONGEST_REASON = 100
_MOST_LINES = 300_000
# What `do` names behind their kind: an article, and another one or a place; all others name a line, and another one.
_OF_ARTICLES = (ChangeKind.GIVE, ChangeKind.PLACE, ChangeKind.MERGE, ChangeKind.REMOVE, ChangeKind.UNDER)
_Choice = TypeVar("_Choice", bound=StrEnum)


class Move(StrEnum):
    """A step that is not a change of some lines or of one article."""

    UNDO = "undo"
    REDO = "redo"
    PROPOSE = "propose"


class Ending(StrEnum):
    """What is no step of a split, but its end or its new beginning."""

    FINISH = "finish"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class StepRequest:
    """A step as it is asked for.

    `seen` is the key of the last step that the person saw, 0 before the first. `is_forced`: it is to be taken whatever
    others did. `is_again`: it was sent before, and no answer came.
    """

    action: Change | Folio | Move | Ending
    seen: int = 0
    is_forced: bool = False
    is_again: bool = False


def read_step(fields: QueryDict) -> StepRequest:
    """Return the step that a form or the script sends. Raises ChangeError.

    `do` is a kind and what it is about, joined by colons: give:2, role:headline, join:101:87, order:3:0, undo, folio.
    Lines come as `line`, once for each, or as `lines`: 3,5-9. A number that `do` lacks is in a field of its own.
    """
    return StepRequest(
        _read_action(fields), read_number(fields.get("seen", "")), "force" in fields, fields.get("again") == "1"
    )


def read_number(text: str) -> int:
    """Return a number as typed, 0 for none and for what is no number."""
    text = text.strip()
    return int(text) if _NUMBER.fullmatch(text) else 0


def _read_action(fields: QueryDict) -> Change | Folio | Move | Ending:
    kind, *rest = fields.get("do", "").split(":")
    if kind in tuple(Move):
        return Move(kind)
    if kind in tuple(Ending):
        return Ending(kind)
    if kind == "folio":
        texts = {name: _clean(fields.get(name, "")) for name in FIELDS}
        return Folio(**texts, is_new_newspaper="add_newspaper" in fields)
    return _read_change(_read_choice(ChangeKind, kind), [*rest, "", ""], fields)


def _read_change(kind: ChangeKind, rest: list[str], fields: QueryDict) -> Change:
    lines = tuple(sorted(set(islice(_read_lines(fields), _MOST_LINES))))
    first, second = read_number(rest[0]), read_number(rest[1])
    target = read_number(fields.get("target", ""))
    if kind is ChangeKind.ROLE:
        return Change(kind, lines, role=_read_choice(Role, rest[0]))
    if kind is ChangeKind.ORDER:
        return Change(kind, article=first, place=second)
    if kind is ChangeKind.MERGE:
        return Change(kind, article=first, target=second or read_number(fields.get(f"into-{first}", "")))
    if kind in _OF_ARTICLES:
        return Change(kind, lines, article=first, target=0 if first else target)
    reason = _clean(fields.get("reason", ""))[:_LONGEST_REASON]
    return Change(kind, (first,) if first else lines, target=second or target, reason=reason)


def _read_lines(fields: QueryDict) -> Iterator[int]:
    """Give the lines of a change. Raises ChangeError where what was sent is no number."""
    for text in (*fields.getlist("line"), *filter(None, fields.get("lines", "").split(","))):
        if stretch := _STRETCH.fullmatch(text):
            yield from range(int(stretch[1]), int(stretch[2]) + 1)
        elif number := read_number(text):
            yield number
        else:
            raise ChangeError(_("版面上没有这一行。"))


def _read_choice(choices: type[_Choice], text: str) -> _Choice:
    try:
        return choices(text)
    except ValueError:
        raise ChangeError(_("没有这个操作。")) from None


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()
