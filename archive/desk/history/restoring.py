"""History: an old version of an article -> a new version that says the same; what readers see of it stays as it is."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from archive.desk.editing.checking import check_entry
from archive.desk.editing.entry import Entry, FactState
from archive.desk.editing.labelling import label_facts
from archive.desk.editing.saving import write_entry
from archive.desk.editing.versions import read_stored
from archive.desk.history.past import Past, find_following, find_version
from archive.desk.history.versions import number_version
from archive.desk.reviewing.rules import ReviewError
from archive.models import Article


class RestoreError(Exception):
    """A version that cannot be brought back now; its text tells the person why and what to do."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it. `lost` are links to what is not in the archive any more."""

    number: int
    has_changed: bool
    lost: tuple[str, ...]


def restore_version(article: Article, key: int, seen: int, user: User) -> Restored:
    """Write a version anew as the newest one; `seen` is the history_id that was the newest for the person.

    State, page and place on the page are not brought back, and nobody's unsaved entry is touched. Raises RestoreError,
    also where another person has saved since.
    """
    with transaction.atomic():
        stored = Article.objects.select_for_update().get(pk=article.pk)
        now = read_stored(stored)
        if seen != now.version:
            raise RestoreError(_("没有恢复：您打开之后，有人又保存过这篇稿件。请看过下面现在的差别再决定。"))
        version = find_version(stored, key)
        if version is None:
            raise RestoreError(_("没有这个版本。"))
        entry = Past(stored).read(version, find_following(stored, version))
        if problems := check_entry(entry).problems:
            told = " ".join(problem for field in problems.values() for problem in field)
            raise RestoreError(_("没有恢复：%(problems)s") % {"problems": told})
        number = number_version(stored, version).number
        if has_changed := not entry.says_the_same(now):
            stored._change_reason = _("恢复到第 %(number)d 版") % {"number": number}  # type: ignore[attr-defined]
            _write(stored, now, entry, user)
        return Restored(number, has_changed, _find_lost(entry, read_stored(stored)))


def _write(stored: Article, now: Entry, entry: Entry, user: User) -> None:
    try:
        write_entry(stored, now, entry, user)
    except ReviewError as refusal:
        raise RestoreError(_("没有恢复：%(problems)s") % {"problems": refusal}) from refusal


def _find_lost(wanted: Entry, got: Entry) -> tuple[str, ...]:
    """Return the labels of the facts that could not be linked anew."""
    there = {fact.name for fact in got.facts}
    lost = [fact for fact in wanted.facts if fact.state is not FactState.REJECTED and fact.name not in there]
    return tuple(label_facts(lost).values())
