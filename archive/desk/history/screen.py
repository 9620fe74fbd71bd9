"""History: an article and one of its versions -> all that the screen of a version shows."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User

from archive.desk.editing.labelling import FieldChange, describe_changes, label_facts
from archive.desk.editing.screen import Preview, build_preview
from archive.desk.editing.versions import read_stored
from archive.desk.history.past import Past, find_following, find_previous
from archive.desk.history.versions import Version, number_version
from archive.desk.holding import HoldNotice, describe_hold, holds_in_force
from archive.desk.reviewing.rules import find_text_refusal
from archive.models import Article


@dataclass(frozen=True, slots=True)
class VersionScreen:
    """A version. `newest` is the history_id that restoring must still find; `changes` is what restoring would do.

    `text_refusal` tells why it may not, where the text would change; `previous` and `following` are history_ids;
    `unknown` are the links of which nobody knows since when they are there.
    """

    version: Version
    newest: int
    preview: Preview
    changes: tuple[FieldChange, ...]
    text_refusal: str
    previous: int | None
    following: int | None
    unknown: tuple[str, ...]
    hold: HoldNotice


def build_version(article: Article, row: Any, user: User) -> VersionScreen:
    """Return what the screen shows."""
    past, following, previous = Past(article), find_following(article, row), find_previous(article, row)
    entry, now = past.read(row, following), read_stored(article)
    hold = holds_in_force().filter(article=article).first()
    return VersionScreen(
        version=number_version(article, row),
        newest=now.version,
        preview=build_preview(entry),
        changes=describe_changes(now, entry),
        text_refusal=find_text_refusal(article) if entry.texts != now.texts else "",
        previous=previous.history_id if previous else None,
        following=following.history_id if following else None,
        unknown=tuple(label_facts(past.unknown).values()),
        hold=describe_hold(hold, user, article=article),
    )
