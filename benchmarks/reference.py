"""The archive's own regions, programmes and newspapers -> what articles are about."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.models import City, Initiative, Newspaper, Province
from benchmarks.vocabulary import zipf_weights

NEWSPAPERS = ("工人日报", "四川工人日报", "陕西工人报", "河南工人日报", "浙江工人日报", "劳动报")
_SEED = 2260

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Place:
    """A region; `city` is empty for a province as a whole."""

    name: str
    province: str
    city: str = ""

    @property
    def code(self) -> str:
        """The code by which the index knows it."""
        return self.city or self.province


@dataclass(frozen=True, slots=True)
class Programme:
    """A named programme of union work; `names` begins with its own and goes on with its aliases."""

    pk: int
    slug: str
    names: tuple[str, ...]


class Ranked(Generic[Item]):
    """Things in an order drawn once, of which the first are reported on most."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = random.Random(_SEED).sample(items, len(items))
        self._weights = zipf_weights(len(items))

    def draw(self, rng: random.Random, count: int) -> list[Item]:
        """Draw so many different things or fewer."""
        return list(dict.fromkeys(rng.choices(self._items, cum_weights=self._weights, k=count)))


@dataclass(frozen=True, slots=True)
class Reference:
    """What the archive knows before its first article."""

    places: Ranked[Place]
    programmes: Ranked[Programme]
    newspapers: Ranked[int]


def read_reference() -> Reference:
    """Read regions and programmes from the database; newspapers that it lacks are added."""
    for name in NEWSPAPERS:
        Newspaper.objects.get_or_create(name=name)
    newspapers = Newspaper.objects.filter(name__in=NEWSPAPERS).order_by("slug")
    return Reference(
        places=Ranked(_read_places()),
        programmes=Ranked(_read_programmes()),
        newspapers=Ranked(list(newspapers.values_list("pk", flat=True))),
    )


def _read_places() -> list[Place]:
    provinces = Province.objects.order_by("pk").values_list("name", "pk")
    cities = City.objects.order_by("pk").values_list("name", "province_id", "pk")
    return [Place(*row) for row in (*provinces, *cities)]


def _read_programmes() -> list[Programme]:
    return [
        Programme(each.pk, each.slug, (each.name, *(alias.name for alias in each.aliases.all())))
        for each in Initiative.objects.order_by("slug").prefetch_related("aliases")
    ]
