"""Splitting: a step that a person asks for, and what others did meanwhile -> whether it may be taken."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from archive.desk.holding import HoldNotice, describe_hold, take_hold
from archive.desk.splitting.change import Change, ChangeKind
from archive.desk.splitting.folio import Folio
from archive.desk.splitting.kept_steps import steps_since
from archive.desk.splitting.request import StepRequest
from archive.desk.splitting.steps import Difference, touched_names
from archive.models import Split, SplitStep

_OF_ARTICLES = (ChangeKind.MERGE, ChangeKind.ORDER, ChangeKind.REMOVE, ChangeKind.UNDER)


class ConflictError(Exception):
    """A step that is not taken because of what another person does or did."""


class HeldError(ConflictError):
    """Another person works on the page."""

    def __init__(self, notice: HoldNotice) -> None:
        super().__init__(notice)
        self.notice = notice


class OutdatedError(ConflictError):
    """Steps were taken or undone that the person has not seen; `steps` is empty where one was undone."""

    def __init__(self, steps: tuple[SplitStep, ...]) -> None:
        super().__init__(steps)
        self.steps = steps


class FinishedError(ConflictError):
    """The page is finished, or its articles came in without a split."""

    def __init__(self, split: Split | None) -> None:
        super().__init__(split)
        self.split = split


def refuse_conflict(split: Split, user: User, request: StepRequest) -> None:
    """Take the hold of the page for a step. Raises ConflictError where the step may not be taken as things are.

    A step on lines that nobody else touched meanwhile may be.
    """
    if split.finished:
        raise FinishedError(split)
    hold = take_hold(user, page=split.page, by_force=request.is_forced)
    if hold.user_id != user.pk:
        raise HeldError(describe_hold(hold, user, page=split.page))
    since = steps_since(split, request.seen)
    if request.is_forced or since == ():
        return
    names = _names_of(request)
    if since is None or names is None or names & _names_touched(since):
        raise OutdatedError(since or ())


def _names_touched(steps: Iterable[SplitStep]) -> frozenset[str]:
    names = (touched_names(Difference(step.before, step.after)) for step in steps)
    return frozenset().union(*names)


def _names_of(request: StepRequest) -> frozenset[str] | None:
    """Return what a step is about, in the words of `touched_names`; None where it is about everything."""
    action = request.action
    if isinstance(action, Folio):
        return frozenset({"page"})
    if not isinstance(action, Change):
        return None
    if action.kind in _OF_ARTICLES:
        return frozenset({"order", f"article {action.article}", f"article {action.target}"})
    return frozenset(f"line {line}" for line in (*action.lines, action.target))
