"""Splitting: a step that was sent and not taken -> what the screen tells of it, and its fields to be sent again."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.people import name_person
from archive.desk.splitting.conflict import ConflictError, FinishedError, HeldError, OutdatedError
from archive.models import Split, SplitStep

_NOT_SENT_AGAIN = ("csrfmiddlewaretoken", "seen", "force", "again")


@dataclass(frozen=True, slots=True)
class Pending:
    """A step that waits for the person: why it was not taken, what it is called, its fields."""

    message: str
    label: str
    fields: tuple[tuple[str, str], ...]


def keep_pending(message: str, label: str, sent: QueryDict) -> Pending:
    """Return a step as the screen shows it, with all that was sent but what is new the next time."""
    fields = ((name, value) for name, values in sent.lists() for value in values)
    return Pending(message, label, tuple(field for field in fields if field[0] not in _NOT_SENT_AGAIN))


def explain_conflict(conflict: ConflictError, user: User) -> str:
    """Return why a step was not taken, and what can be done."""
    if isinstance(conflict, HeldError):
        holder, since = conflict.notice.holder, conflict.notice.since
        words = {"person": holder, "time": timezone.localtime(since).strftime("%H:%M") if since else ""}
        return _("%(person)s从 %(time)s 起正在这个版面上工作，您这一步还没有做。先和对方说好，再接手。") % words
    if isinstance(conflict, OutdatedError) and conflict.steps:
        return _explain_step(conflict.steps[-1], user)
    if isinstance(conflict, FinishedError):
        return _explain_finish(conflict.split)
    return _("您看到版面之后有步骤撤销过，您这一步还没有做。请先看一眼版面现在的样子。")


def _explain_step(step: SplitStep, user: User) -> str:
    person = _("您自己（在另一个窗口）") if step.user_id == user.pk else _name(step.user)
    words = {"person": person, "time": timezone.localtime(step.created).strftime("%H:%M"), "step": step.label}
    return (
        _("您看到版面之后，%(person)s在 %(time)s 做了“%(step)s”，您这一步还没有做。请先看一眼版面现在的样子。") % words
    )


def _explain_finish(split: Split | None) -> str:
    if split is None:
        return _("这一版已经有稿件，您这一步没有做。")
    time = timezone.localtime(split.finished).strftime("%m-%d %H:%M") if split.finished else ""
    return _("%(person)s在 %(time)s 已经定稿，您这一步没有做。") % {"person": _name(split.finished_by), "time": time}


def _name(user: User | None) -> str:
    return name_person(user) or _("别人")
