"""Regions -> the names by which they are printed."""

import pytest

from archive.extraction.gazetteer import shorten_name
from tests.archive.small_gazetteer import GAZETTEER


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("泸州市", "泸州"),
        ("泸县", "泸县"),
        ("四川省", "四川"),
        ("西藏自治区", "西藏"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("恩施土家族苗族自治州", "恩施"),
        ("博尔塔拉蒙古自治州", "博尔塔拉"),
        ("阿里地区", "阿里"),
        ("香港特别行政区", "香港"),
    ],
)
def test_a_name_is_shortened_to_what_people_say(name, short):
    assert shorten_name(name) == short


def test_the_bare_name_of_a_province_and_its_city_is_the_province():
    assert [name.code for name in GAZETTEER.names["吉林"]] == ["220000"]


def test_the_bare_name_of_a_city_and_its_county_is_the_city():
    assert [name.code for name in GAZETTEER.names["抚顺"]] == ["210400"]


def test_a_name_in_several_provinces_stays_open():
    assert len(GAZETTEER.names["朝阳"]) == 3


def test_a_former_name_is_the_place_of_today():
    assert GAZETTEER.names["呈贡县"][0].code == "530114"


def test_a_place_lies_in_all_above_it():
    assert GAZETTEER.lies_in("530114", "530000")
    assert not GAZETTEER.lies_in("530000", "530114")
    assert GAZETTEER.are_related("530000", "530114")


def test_the_longest_name_is_known_by_how_names_begin():
    assert [GAZETTEER.longest.get(beginning) for beginning in ("恩施", "朝阳", "工会")] == [10, 3, None]
