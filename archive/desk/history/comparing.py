"""History: two versions of an article -> what differs between them."""

from dataclasses import dataclass
from typing import Any

from archive.desk.differences import mark_differences
from archive.desk.editing.labelling import FieldChange, describe_changes
from archive.desk.history.past import Past, find_following, find_previous, find_version
from archive.desk.history.versions import Version, describe_outside, number_version
from archive.models import Article


@dataclass(frozen=True, slots=True)
class ComparedVersions:
    """An older and a newer version, and what differs in the newer one."""

    old: Version
    new: Version
    changes: tuple[FieldChange, ...]


def compare_versions(article: Article, past: Past, one: int, other: int) -> ComparedVersions | None:
    """Compare two versions by their history_ids, in whatever order; None where one of them is not there."""
    old, new = (find_version(article, key) for key in sorted((one, other)))
    return _compare(article, past, old, new) if old and new else None


def compare_newest(article: Article, past: Past) -> ComparedVersions | None:
    """Compare the newest version with the one before; None where there is only one."""
    new = article.history.select_related("history_user").order_by("-history_id").first()
    old = find_previous(article, new) if new else None
    return _compare(article, past, old, new) if old else None


def _compare(article: Article, past: Past, old: Any, new: Any) -> ComparedVersions:
    entries = [past.read(row, find_following(article, row)) for row in (old, new)]
    outside = (FieldChange(label, mark_differences(*texts)) for label, *texts in describe_outside(old, new))
    return ComparedVersions(
        number_version(article, old), number_version(article, new), (*outside, *describe_changes(*entries))
    )
