"""Rows of regions and programmes -> the vocabulary of extraction."""

import pytest

from archive.desk.vocabulary import load_vocabulary
from archive.extraction.gazetteer import PlaceLevel
from archive.models import City, FormerName, Initiative, InitiativeAlias, Province

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rows():
    yunnan = Province.objects.create(code="530000", name="云南省", short_name="云南", abbreviation="云")
    kunming = City.objects.create(code="530100", name="昆明市", level="city", province=yunnan)
    chenggong = City.objects.create(code="530114", name="呈贡区", level="district", province=yunnan, parent=kunming)
    FormerName.objects.create(
        name="呈贡县", code="530121", seen_from=2002, seen_until=2010, province=yunnan, city=chenggong
    )
    FormerName.objects.create(name="东川市", code="530300", seen_from=1980, seen_until=1998, province=yunnan)
    homes = Initiative.objects.create(name="职工公租房", category="服务职工", scope="local", origin_city=kunming)
    InitiativeAlias.objects.create(initiative=homes, name="公租房")
    Initiative.objects.create(name="送清凉", category="困难帮扶", scope="national")


def test_places_know_what_they_lie_in():
    places = load_vocabulary().gazetteer.places
    assert (places["530114"].level, places["530114"].parent) == (PlaceLevel.DISTRICT, "530100")
    assert (places["530100"].level, places["530100"].parent) == (PlaceLevel.CITY, "530000")


def test_a_former_name_counts_where_the_place_still_is_one():
    names = load_vocabulary().gazetteer.names
    assert names["呈贡县"][0].code == "530114"
    assert "东川市" not in names


def test_programmes_come_with_aliases_and_the_place_of_a_local_one():
    homes, cooling = load_vocabulary().programmes
    assert (homes.names, homes.is_local, homes.place) == (("职工公租房", "公租房"), True, "530100")
    assert (cooling.names, cooling.is_local, cooling.place) == (("送清凉",), False, "")
