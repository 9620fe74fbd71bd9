"""Bulk change: the articles that were chosen and a change -> what the preview shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from archive.desk.bulk.applying import Seen, find_versions
from archive.desk.bulk.change import Change
from archive.desk.bulk.effects import Effect, find_effects
from archive.models.article import ArticleQuerySet

_SEEN = ":"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do: to which articles, to which not and why, and which are so already."""

    change: Change
    changed: tuple[Effect, ...]
    refused: tuple[Effect, ...]
    same: tuple[Effect, ...]
    seen: str

    @property
    def keys(self) -> str:
        """The keys of all articles that were looked at."""
        return " ".join(str(one.article.pk) for one in (*self.refused, *self.changed, *self.same))


def build_preview(articles: ArticleQuerySet, change: Change, user: User) -> Preview:
    """Return what a change would do to each of the articles. Nothing is written."""
    # The versions first: what is saved while the articles are read counts as changed since.
    seen = {one.article: one for one in find_versions(articles.values_list("pk", flat=True))}
    effects = find_effects(articles.with_relations(), change, user)
    changed = tuple(effect for effect in effects if effect.is_change)
    return Preview(
        change=change,
        changed=changed,
        refused=tuple(effect for effect in effects if effect.obstacle),
        same=tuple(effect for effect in effects if not effect.is_change and not effect.obstacle),
        seen=write_seen(seen[effect.article.pk] for effect in changed if effect.article.pk in seen),
    )


def write_seen(seen: Iterable[Seen]) -> str:
    """Return articles as they were seen, as one field of a form has them: 12:345 15:350."""
    return " ".join(f"{one.article}{_SEEN}{one.version}" for one in seen)


def read_seen(text: str) -> tuple[Seen, ...]:
    """Return what `write_seen` wrote; what is none is passed over."""
    pairs = (word.partition(_SEEN) for word in text.split())
    return tuple(
        Seen(int(key), int(version)) for key, _separator, version in pairs if _is_number(key) and _is_number(version)
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 18
