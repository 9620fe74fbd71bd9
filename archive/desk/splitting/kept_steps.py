"""Splitting: a split -> its steps in force and those that were undone; a new step -> its row."""

from django.contrib.auth.models import User

from archive.desk.splitting.steps import Difference
from archive.models import Split, SplitStep

_LONGEST_LABEL = 100
_RECENT = 12


def last_step(split: Split) -> SplitStep | None:
    """Return the step that would be undone."""
    return split.steps.filter(number=split.step).first()


def undone_step(split: Split) -> SplitStep | None:
    """Return the step that would be done again."""
    return split.steps.filter(number=split.step + 1).first()


def last_key(split: Split) -> int:
    """Return what tells one state of a split from another: the key of its last step, 0 before the first."""
    step = last_step(split)
    return step.pk if step else 0


def recent_steps(split: Split) -> tuple[SplitStep, ...]:
    """Return the last steps in force, the newest first."""
    return tuple(
        split.steps.filter(number__lte=split.step)
        .select_related("user")
        .defer("before", "after")
        .order_by("-number")[:_RECENT]
    )


def steps_since(split: Split, seen: int) -> tuple[SplitStep, ...] | None:
    """Return the steps that came after the one with a key; None where that one was undone meanwhile."""
    in_force = split.steps.filter(number__lte=split.step).select_related("user")
    if not seen:
        return tuple(in_force.order_by("number"))
    known = in_force.filter(pk=seen).first()
    return tuple(in_force.filter(number__gt=known.number).order_by("number")) if known else None


def keep_step(split: Split, user: User, label: str, difference: Difference) -> None:
    """Add a step behind the last one in force; what was undone before is gone with it."""
    split.steps.filter(number__gt=split.step).delete()
    split.step += 1
    split.steps.create(
        number=split.step,
        label=label[:_LONGEST_LABEL],
        before=difference.before,
        after=difference.after,
        user=user,
    )
