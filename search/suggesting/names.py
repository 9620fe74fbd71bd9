"""What is typed -> the names of programmes, regions and people that begin so, each with its value in a facet."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from archive.models import Article, ArticlePerson, Initiative
from search.fields import BYLINE, PROGRAMME, REGION
from search.models import SuggestionKind
from search.regions import read_regions
from search.suggesting.candidates import Candidate, find_by_key
from search.suggesting.typed import Typed

_LOOKED_UP = 8  # some may have gone from the archive
_LOOKED_UP_BY_SOUND = 40  # of many that sound so few have the characters typed


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its value in a facet; `alias` and `detail` as in a suggestion."""

    name: str
    facet: str
    value: str
    alias: str = ""
    detail: str = ""


def find_names(kind: SuggestionKind, typed: Typed) -> Iterator[Name]:
    """Yield the names of a kind that begin as typed, the best first."""
    find = {
        SuggestionKind.PROGRAMME: _find_programmes,
        SuggestionKind.REGION: _find_regions,
        SuggestionKind.PERSON: _find_people,
    }[kind]
    candidates = find_by_key(kind, typed.key, _LOOKED_UP_BY_SOUND if typed.is_mixed else _LOOKED_UP)
    return (found for found in find(candidates) if typed.agrees(found.alias or found.name))


def _find_programmes(candidates: list[Candidate]) -> Iterator[Name]:
    stored = Initiative.objects.in_bulk([int(candidate.target) for candidate in candidates])
    for candidate in candidates:
        if programme := stored.get(int(candidate.target)):
            category = programme.get_category_display()
            yield Name(programme.name, PROGRAMME, programme.slug, candidate.alias, category)


def _find_regions(candidates: list[Candidate]) -> Iterator[Name]:
    regions = read_regions()
    for candidate in candidates:
        if region := regions.get(candidate.target):
            above = " ".join(regions[code].name for code in region.above if code in regions)
            alias = "" if region.name.startswith(candidate.alias) else candidate.alias
            yield Name(region.name, REGION, region.code, alias, above)


def _find_people(candidates: list[Candidate]) -> Iterator[Name]:
    for candidate in candidates:
        if _has_reports(candidate.target):
            yield Name(candidate.target, BYLINE, candidate.target)


def _has_reports(name: str) -> bool:
    """Return whether a person signed anything that readers see; asked for one name the first report is enough."""
    signed = Article.objects.shown().filter(pk=OuterRef("article"))
    return ArticlePerson.objects.filter(Exists(signed), name=name).exists()
