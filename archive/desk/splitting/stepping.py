"""Splitting: a page, a person and the step asked for -> the split after it, the step kept so that it can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.splitting.change import Change, ChangeError
from archive.desk.splitting.changes import apply_change
from archive.desk.splitting.conflict import refuse_conflict
from archive.desk.splitting.draft import Draft, read_draft, write_draft
from archive.desk.splitting.folio import Folio, check_folio, store_folio, store_folio_of, write_folio
from archive.desk.splitting.kept_steps import keep_step, last_key, last_step, steps_since, undone_step
from archive.desk.splitting.labelling import label_change
from archive.desk.splitting.opening import propose_draft
from archive.desk.splitting.request import Ending, Move, StepRequest
from archive.desk.splitting.steps import StepError, find_difference, replace_piece
from archive.models import Page, Split

State = dict[str, Any]
_LABELS: Mapping[object, Promise] = MappingProxyType(
    {
        Move.UNDO: gettext_lazy("撤销"),
        Move.REDO: gettext_lazy("重做"),
        Move.PROPOSE: gettext_lazy("重新提议"),
        Ending.FINISH: gettext_lazy("定稿"),
        Ending.REOPEN: gettext_lazy("重新拆版"),
    }
)


class FolioError(ChangeError):
    """Data of a page that cannot be written; `problems` tells by field what has to be mended."""

    def __init__(self, entry: Folio, problems: Mapping[str, str]) -> None:
        super().__init__(_("版面信息没有保存，见各栏的说明。"))
        self.entry = entry
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: what it is called, empty where it changed nothing, and the draft before and after it.

    `was_seen`: the person had seen the draft before it, so that only what differs is new to them. `is_repeated`: it was
    taken when it was sent before, and nothing else has happened since.
    """

    split: Split
    label: str
    before: Draft
    after: Draft
    was_seen: bool
    is_repeated: bool = False


def take_step(page_pk: int, user: User, request: StepRequest) -> Taken:
    """Take a step in the split of a page and keep it.

    Raises ChangeError where it is impossible, and ConflictError where others come between (conflict.py).
    """
    with transaction.atomic():
        split = lock_split(page_pk)
        state = read_state(split)
        was_seen = request.seen == last_key(split)
        if _is_taken_already(split, state, request):
            draft = read_draft(state)
            return Taken(split, _label_last(split), draft, draft, was_seen=False, is_repeated=True)
        refuse_conflict(split, user, request)
        if request.action is Move.UNDO:
            after, label = _undo(split, state)
        elif request.action is Move.REDO:
            after, label = _redo(split, state)
        else:
            after, label = _make(split.page, state, request.action)
            if after == state:
                return Taken(split, "", read_draft(state), read_draft(state), was_seen)
            keep_step(split, user, label, find_difference(state, after))
        _write(split, after)
    return Taken(split, label, read_draft(state), read_draft(after), was_seen)


def label_step(split: Split, request: StepRequest) -> str:
    """Return what a step that was not taken is called; empty where that cannot be told."""
    if request.action in _LABELS:
        return str(_LABELS[request.action])
    try:
        return _make(split.page, read_state(split), request.action)[1]
    except ChangeError:
        return ""


def lock_split(page_pk: int) -> Split:
    """Return the split of a page, to be changed by nobody else before the transaction ends."""
    splits = Split.objects.select_for_update(of=("self",)).select_related("page__newspaper")
    return splits.get(page=page_pk)


def read_state(split: Split) -> State:
    """Return all of a split that its steps change (steps.py)."""
    return {**split.draft, "page": store_folio_of(split.page)}


def _write(split: Split, state: State) -> None:
    split.draft = {name: value for name, value in state.items() if name != "page"}
    split.save(update_fields=["draft", "step", "modified"])
    write_folio(split.page, state["page"])


def _make(page: Page, state: State, action: Change | Folio | Move | Ending) -> tuple[State, str]:
    """Return the state after a new step, and what the step is called. Raises ChangeError."""
    match action:
        case Change():
            before = read_draft(state)
            after = apply_change(before, action)
            return {**write_draft(after), "page": state["page"]}, label_change(before, action, after)
        case Folio():
            if problems := check_folio(action):
                raise FolioError(action, problems)
            return {**state, "page": store_folio(action, state["page"])}, _("更正版面信息")
        case Move.PROPOSE:
            return {**write_draft(propose_draft(page)), "page": state["page"]}, str(_LABELS[action])
    raise ChangeError(_("没有这个操作。"))


def _undo(split: Split, state: State) -> tuple[State, str]:
    step = last_step(split)
    if step is None:
        raise ChangeError(_("没有可以撤销的步骤。"))
    split.step -= 1
    return _swap(state, step.after, step.before), _("撤销：%(step)s") % {"step": step.label}


def _redo(split: Split, state: State) -> tuple[State, str]:
    step = undone_step(split)
    if step is None:
        raise ChangeError(_("没有可以重做的步骤。"))
    split.step += 1
    return _swap(state, step.before, step.after), _("重做：%(step)s") % {"step": step.label}


def _swap(state: State, present: dict[str, Any], wanted: dict[str, Any]) -> State:
    try:
        return replace_piece(state, present, wanted)
    except StepError:
        raise ChangeError(_("版面信息在别处改过了，这一步不能撤销或重做。")) from None


def _is_taken_already(split: Split, state: State, request: StepRequest) -> bool:
    """Whether a step that is sent again, because no answer came, was taken the first time."""
    if not request.is_again:
        return False
    if request.action is Move.UNDO:
        undone = undone_step(split)
        return undone is not None and undone.pk == request.seen
    since = steps_since(split, request.seen)
    if since is None or len(since) != 1:
        return False
    if request.action is Move.REDO:
        return True
    try:
        seen = replace_piece(state, since[0].after, since[0].before)
        return _make(split.page, seen, request.action)[0] == state
    except (ChangeError, StepError):
        return False


def _label_last(split: Split) -> str:
    step = last_step(split)
    return step.label if step else ""
