"""What a person has typed so far -> the keys that begin so -> what those lead to, of one kind, the best first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import BooleanField, Case, Value, When
from haystack.inputs import Raw

from search.engines.backend import IndexMissingError
from search.engines.contract import IndexDamagedError
from search.engines.query import ArchiveSearchQuerySet
from search.find import count_hits
from search.fold import fold
from search.models import SuggestionKey, SuggestionKind
from search.readings import plain
from search.request import SearchRequest

_KEYS_LOOKED_AT = 60  # a name may be found by several of its keys
_BESIDE_CHARACTERS = re.compile(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")
_AFTER_ALL = b"\xff"  # no key holds this byte


@dataclass(frozen=True, slots=True)
class Candidate:
    """The target of a key, and the other name that it was found by."""

    target: str
    alias: str = ""


def find_by_key(kind: SuggestionKind, text: str, limit: int) -> list[Candidate]:
    """Return targets with a key that begins as typed, each once: whole names, then beginnings, then inner parts."""
    typed = plain(text).encode("utf-8", "surrogatepass")
    is_whole = Case(When(key=typed, then=Value(True)), default=Value(False), output_field=BooleanField())
    keys = SuggestionKey.objects.filter(kind=kind, key__gte=typed, key__lt=typed + _AFTER_ALL)
    ordered = keys.order_by("is_inside", is_whole.desc(), "-weight", "target", "alias")
    found: dict[str, Candidate] = {}
    for target, alias in ordered.values_list("target", "alias")[:_KEYS_LOOKED_AT]:
        found.setdefault(target, Candidate(target, alias))
    return list(found.values())[:limit]


def find_headlines(text: str, limit: int, engine: str) -> list[Candidate]:
    """Return the newest articles that hold the typed pieces in their headline; none while there is no index."""
    parts = list(_cut_pieces(text))
    if not parts:
        return []
    typed = " ".join(f'headline:"{part}"' for part in parts)
    try:
        found = ArchiveSearchQuerySet(using=engine).filter(content=Raw(typed)).as_typed()
        hits = found.order_by("-newest")[:limit]
        return [Candidate(str(hit.pk)) for hit in hits]
    except (IndexMissingError, IndexDamagedError):
        return []


def has_reports(request: SearchRequest, engine: str) -> bool:
    """Return whether a search finds anything; nothing while there is no index."""
    try:
        return count_hits(request, engine) > 0
    except (IndexMissingError, IndexDamagedError):
        return False


def _cut_pieces(text: str) -> Iterator[str]:
    """Yield what must stand in one piece; punctuation parts characters, and is part of a number (1+1)."""
    for piece in text.split():
        yield from filter(None, _BESIDE_CHARACTERS.split(fold(piece).strip()))
