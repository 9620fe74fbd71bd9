"""regions.csv, provinces.csv, former_names.csv -> provinces, cities and former names."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.translation import gettext
from simple_history.utils import bulk_create_with_history

from archive.loading.former_names import link_former_names
from archive.loading.outcome import Outcome
from archive.loading.tables import DATA, FormerNameRow, ProvinceRow, RegionRow, read_rows
from archive.models import City, FormerName, Province

Record = TypeVar("Record", bound=Model)


def load_regions() -> list[Outcome]:
    """Make regions and former names what the files say, by code; a region no file names stays as it is."""
    regions = read_rows(DATA / "regions.csv", RegionRow)
    formers = read_rows(DATA / "former_names.csv", FormerNameRow)
    return [load_provinces(regions), load_cities(regions), load_former_names(formers, regions)]


def load_provinces(regions: Sequence[RegionRow]) -> Outcome:
    """Bring the provinces up to date."""
    names = {region.code: region.name for region in regions if region.level == "province"}
    wanted = [
        Province(code=row.code, name=names[row.code], short_name=row.short_name, abbreviation=row.abbreviation)
        for row in read_rows(DATA / "provinces.csv", ProvinceRow)
    ]
    return bring_up_to_date(Province, wanted, Province.objects.bulk_create)


def load_cities(regions: Sequence[RegionRow]) -> Outcome:
    """Bring cities, districts and counties up to date."""
    wanted = [
        City(
            code=row.code,
            name=row.name,
            level=row.level,
            province_id=row.province,
            parent_id=None if row.parent == row.province else row.parent,
        )
        for row in regions
        if row.level != "province"
    ]
    return bring_up_to_date(City, wanted, create_cities)


def create_cities(cities: list[City]) -> None:
    """Add cities and the first version of each."""
    bulk_create_with_history(cities, City, default_change_reason=gettext("载入基础数据"))


def load_former_names(formers: Sequence[FormerNameRow], regions: Sequence[RegionRow]) -> Outcome:
    """Bring the former names up to date; one is known by its code and name."""
    keys = {(code, name): pk for pk, code, name in FormerName.objects.values_list("pk", "code", "name")}
    wanted = [
        FormerName(
            pk=keys.get((row.code, row.name)),
            code=row.code,
            name=row.name,
            # A list of June 2003 is told as 200306; the archive keeps years.
            seen_from=int(row.seen_from[:4]),
            seen_until=int(row.seen_until[:4]),
            province_id=f"{row.code[:2]}0000",
            city_id=city,
        )
        for row, city in link_former_names(formers, regions).items()
    ]
    return bring_up_to_date(FormerName, wanted, FormerName.objects.bulk_create)


def bring_up_to_date(model: type[Record], wanted: list[Record], create: Callable[[list[Record]], Any]) -> Outcome:
    """Add the wanted rows that are not there and save those that differ."""
    fields = [field.attname for field in model._meta.concrete_fields]
    known = model._default_manager.in_bulk()
    new = [row for row in wanted if row.pk not in known]
    changed = [
        row
        for row in wanted
        if row.pk in known and any(getattr(row, field) != getattr(known[row.pk], field) for field in fields)
    ]
    create(new)
    for row in changed:
        row._state.adding = False
        row.save()
    return Outcome(model._meta.verbose_name or "", len(new), len(changed))
