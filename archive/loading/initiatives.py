"""initiatives.csv -> programmes and their aliases, those that the archive has never had."""

from collections.abc import Mapping

from django.utils.translation import gettext
from simple_history.utils import bulk_create_with_history

from archive.loading.outcome import Outcome
from archive.loading.tables import DATA, InitiativeRow, read_rows
from archive.models import City, Initiative, InitiativeAlias, Province
from archive.slugs import make_unique_slug


def load_initiatives() -> list[Outcome]:
    """Add programmes with their aliases; one that was ever here stays as the editors left it.

    A programme that an editor renamed or deleted is known by its history and does not come back.
    """
    had = set(Initiative.objects.values_list("name", flat=True))
    had.update(Initiative.history.values_list("name", flat=True))
    rows = [row for row in read_rows(DATA / "initiatives.csv", InitiativeRow) if row.name not in had]
    initiatives = make_initiatives(rows)
    reason = gettext("载入基础数据")
    added = bulk_create_with_history(initiatives, Initiative, default_change_reason=reason)
    by_name = {initiative.name: initiative for initiative in added}
    aliases = [
        InitiativeAlias(initiative=by_name[row.name], name=alias)
        for row in rows
        for alias in row.aliases.split("|")
        if alias
    ]
    bulk_create_with_history(aliases, InitiativeAlias, default_change_reason=reason)
    return [
        Outcome(Initiative._meta.verbose_name or "", len(initiatives)),
        Outcome(InitiativeAlias._meta.verbose_name or "", len(aliases)),
    ]


def make_initiatives(rows: list[InitiativeRow]) -> list[Initiative]:
    """Return unsaved programmes, each with an address that no other has."""
    taken = set(Initiative.objects.values_list("slug", flat=True))
    places = places_by_name({row.city for row in rows})
    initiatives = []
    for row in rows:
        slug = make_unique_slug(row.name, taken, "programme")
        taken.add(slug)
        place = places.get(row.city)
        city = place if isinstance(place, City) else None
        province = place.province if isinstance(place, City) else place
        initiatives.append(
            Initiative(
                name=row.name,
                slug=slug,
                category=row.category,
                scope=row.scope,
                origin_city=city,
                origin_province=province,
                first_year=int(row.year) if row.year else None,
                description=row.description,
            )
        )
    return initiatives


def places_by_name(names: set[str]) -> Mapping[str, City | Province]:
    """Return the province or city of each full name; a name that two places bear is refused, never guessed.

    Raises ValueError for it, and for a name that no place bears.
    """
    named = names - {""}
    found: list[City | Province] = list(Province.objects.filter(name__in=named))
    found += City.objects.filter(name__in=named).select_related("province")
    places = {place.name: place for place in found}
    if len(places) < len(found) or len(places) < len(named):
        wrong = sorted(name for name in named if sum(place.name == name for place in found) != 1)
        raise ValueError(gettext("地名不唯一或不存在：%(names)s") % {"names": "、".join(wrong)})
    return places
