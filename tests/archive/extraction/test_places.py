"""Headings and paragraphs -> the place an article is about."""

import itertools

import pytest

from archive.extraction.places import find_place
from tests.archive.small_gazetteer import GAZETTEER


def place_of(*headings: str, body: tuple[str, ...] = ()) -> tuple[str, str] | None:
    found = find_place(headings, body, GAZETTEER)
    return (GAZETTEER.places[found.code].name, found.evidence) if found else None


@pytest.mark.parametrize(
    ("headings", "body", "place"),
    [
        (("凝心聚力谱新篇", "——四川泸州市总工会工作纪实"), (), ("泸州市", "四川泸州市")),
        (("抚顺",), ("近日，某厂工会送去凉茶。",), ("抚顺市", "抚顺")),
        (("新篇",), ("本报讯 近日，四川省南充市总工会开展活动。",), ("南充市", "四川省南充市")),
        (("——重庆市某集团工会纪实",), ("集团工会建立制度。",), ("重庆市", "重庆市")),
        (("长治市总：服务职工",), (), ("长治市", "长治市")),
    ],
)
def test_headings_and_lead_tell_the_place(headings, body, place):
    assert place_of(*headings, body=body) == place


def test_the_district_in_the_lead_is_more_exact_than_the_city_in_the_heading():
    body = ("昆明市呈贡区一家工厂的职工搬进新居。", "昆明市总支持了这件事。")
    assert place_of("昆明一企业盖起宿舍", body=body) == ("呈贡区", "昆明市呈贡区")


def test_a_heading_about_the_citys_own_union_keeps_the_city():
    body = ("在泸州市江阳区，工会送去凉茶。",)
    assert place_of("泸州市总工会送清凉", body=body) == ("泸州市", "泸州市")


def test_counties_in_the_body_do_not_outweigh_the_city_of_the_heading():
    body = ("活动开始。", "泸县总工会、泸县工会、泸县总工会都参加了。")
    assert place_of("——四川泸州市总工会纪实", body=body) == ("泸州市", "四川泸州市")


def test_many_places_with_none_in_front_are_no_place():
    body = ("工会工作有了新办法。", "北京开通热线，四川开发软件，泸州发放卡片，昆明建立驿站。")
    assert place_of(body=body) is None


def test_a_body_about_one_place_tells_it():
    body = ("夯实基础。", "宜宾工会建会。宜宾市总工会推进协商。")
    assert place_of(body=body) == ("宜宾市", "宜宾")


def test_a_province_as_a_whole_needs_its_union_or_a_heading():
    assert place_of("四川省总工会部署工作") == ("四川省", "四川省")
    assert place_of("工作部署", body=("来自四川的职工参加。",)) is None


def test_an_article_without_places_has_none():
    assert place_of("标题", body=("正文。",)) is None
    assert place_of() is None


def test_the_only_place_that_a_short_text_names_is_its_own():
    assert place_of("食堂的新账本", body=("账本挂在墙上。", "在宜宾，这样的账本有十本。")) == ("宜宾市", "宜宾")


def test_the_short_name_of_a_district_counts_where_it_is_set_off():
    assert place_of("江阳一企业把救生绳系在池口") == ("江阳区", "江阳")
    assert place_of("江阳：工匠开课") == ("江阳区", "江阳")


def test_a_heading_about_the_city_keeps_it_where_the_lead_is_in_a_district():
    body = ("昆明市呈贡区一处夜市人声鼎沸。", "昆明市总支持了这件事。")
    assert place_of("昆明：课堂开到夜市旁", body=body) == ("昆明市", "昆明")


def test_a_place_named_often_does_not_outweigh_the_one_of_the_heading():
    body = ("试点开始。", *("南充市的工会来学，南充市的企业也来学，南充市总工会很热心。",) * 4)
    assert place_of("——四川泸州市总工会的新尝试", body=body) == ("泸州市", "四川泸州市")


@pytest.mark.parametrize("cities", [*itertools.permutations(("泸州", "抚顺", "长治", "南充"))])
def test_of_places_that_weigh_the_same_the_first_named_leads(cities):
    found = place_of("、".join(f"{city}市总工会" for city in cities))
    assert found is not None
    assert found[0] == f"{cities[0]}市"
