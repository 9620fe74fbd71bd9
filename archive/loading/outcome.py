"""What a load did to one table."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows of a kind were added and changed."""

    kind: str | Promise
    added: int
    changed: int = 0
