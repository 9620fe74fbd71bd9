"""The archive -> what it can suggest, each with its other names and its number of reports."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Model, Q, QuerySet

from archive.extraction.gazetteer import shorten_name
from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    ArticlePerson,
    City,
    FormerName,
    Initiative,
    InitiativeAlias,
    Province,
    Status,
)
from archive.models.city import Level
from search.models import SuggestionKind

Targets = Collection[str]
Link = TypeVar("Link", bound=Model)


@dataclass(frozen=True, slots=True)
class Source:
    """Something to suggest by its name; the greater weight is shown first."""

    target: str
    name: str
    weight: int
    aliases: tuple[str, ...] = ()


def list_targets(kind: SuggestionKind) -> list[str]:
    """Return the targets of all that can be suggested of a kind."""
    if kind is SuggestionKind.PROGRAMME:
        return [str(pk) for pk in Initiative.objects.values_list("pk", flat=True)]
    if kind is SuggestionKind.REGION:
        return [*Province.objects.values_list("pk", flat=True), *City.objects.values_list("pk", flat=True)]
    if kind is SuggestionKind.PERSON:
        signed = ArticlePerson.objects.filter(article__status=Status.PUBLISHED).order_by()
        return list(signed.values_list("name", flat=True).distinct())
    return [str(pk) for pk in Article.objects.published().order_by("pk").values_list("pk", flat=True)]


def read_sources(kind: SuggestionKind, targets: Targets) -> Iterator[Source]:
    """Yield those of the targets that may be suggested now."""
    readers = {
        SuggestionKind.PROGRAMME: _read_programmes,
        SuggestionKind.REGION: _read_regions,
        SuggestionKind.PERSON: _read_people,
        SuggestionKind.HEADLINE: _read_headlines,
    }
    return readers[kind](targets)


def _read_programmes(targets: Targets) -> Iterator[Source]:
    pks = [int(target) for target in targets]
    aliases: dict[int, list[str]] = defaultdict(list)
    for pk, alias in InitiativeAlias.objects.filter(initiative__in=pks).values_list("initiative_id", "name"):
        aliases[pk].append(alias)
    linked = _of_published(ArticleInitiative.objects.filter(initiative__in=pks))
    counts = dict(linked.values_list("initiative_id").annotate(Count("pk")))
    for pk, name in Initiative.objects.filter(pk__in=pks).values_list("pk", "name"):
        yield Source(str(pk), name, counts.get(pk, 0), tuple(aliases[pk]))


def _read_regions(targets: Targets) -> Iterator[Source]:
    counts = _count_reports(targets)
    former: dict[str, list[str]] = defaultdict(list)
    for code, name in FormerName.objects.filter(city__in=targets).values_list("city_id", "name"):
        former[code].append(name)
    for code, *names in Province.objects.filter(pk__in=targets).values_list("pk", "name", "short_name", "abbreviation"):
        yield Source(code, names[0], _weigh(counts[code], is_high=True), tuple(names[1:]))
    for code, name, level in City.objects.filter(pk__in=targets).values_list("pk", "name", "level"):
        aliases = dict.fromkeys(alias for alias in (shorten_name(name), *former[code]) if alias != name)
        yield Source(code, name, _weigh(counts[code], is_high=level == Level.CITY), tuple(aliases))


def _weigh(reports: int, is_high: bool) -> int:
    """Weigh a region by its reports; of equal ones that of the higher level comes first."""
    return 2 * reports + is_high


def _count_reports(targets: Targets) -> Counter[str]:
    """Count the links of published articles with each region or with what lies in it."""
    wanted = Q(province__in=targets) | Q(city__in=targets) | Q(city__parent__in=targets)
    links = _of_published(ArticleCity.objects.filter(wanted))
    counts: Counter[str] = Counter()
    for *codes, count in links.values_list("province_id", "city__parent_id", "city_id").annotate(Count("pk")):
        for code in codes:
            counts[code] += count
    return counts


def _read_people(targets: Targets) -> Iterator[Source]:
    signed = _of_published(ArticlePerson.objects.filter(name__in=targets))
    for name, count in signed.values_list("name").annotate(Count("pk")):
        yield Source(name, name, count)


def _of_published(links: QuerySet[Link]) -> QuerySet[Link]:
    """Leave out the links of articles that readers may not see.

    Put like this SQLite begins with the links; asked for those of published articles it would walk all articles.
    """
    return links.exclude(article__in=Article.objects.exclude(status=Status.PUBLISHED)).order_by()


def _read_headlines(targets: Targets) -> Iterator[Source]:
    articles = Article.objects.shown().filter(pk__in=targets).exclude(headline="")
    for pk, headline, date in articles.values_list("pk", "headline", "date"):
        yield Source(str(pk), headline, date.toordinal() if date else 0)
