"""Text -> places it names."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.mentions import find_mentions
from tests.archive.small_gazetteer import GAZETTEER


def places_in(text: str) -> list[tuple[str, str]]:
    return [(mention.words, mention.code) for mention in find_mentions(text, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("泸州市举办竞赛", [("泸州市", "510500")]),
        ("泸州举办竞赛", [("泸州", "510500")]),
        ("四川泸州市总工会", [("四川泸州市", "510500")]),
        ("安徽省合肥市包河区某街道", [("安徽省合肥市包河区", "340111")]),
        ("泸州市总部署工作", [("泸州市", "510500")]),
        ("恩施州总工会", [("恩施", "422800")]),
        ("职工到呈贡县城租房", [("呈贡县", "530114")]),
        ("重庆市渝北区总工会", [("重庆市渝北区", "500112")]),
    ],
)
def test_a_printed_name_is_its_place(text, found):
    assert places_in(text) == found


def test_a_shared_name_without_its_province_is_left_open():
    assert places_in("朝阳区工会开展活动") == []


def test_a_shared_name_is_settled_by_a_larger_place_in_the_text():
    assert ("朝阳区", "110105") in places_in("在北京，朝阳区工会开展活动")


def test_a_shared_name_stays_open_when_two_larger_places_fit():
    assert [code for _, code in places_in("北京和长春都有。朝阳区工会")] == ["110000", "220100"]


def test_the_short_name_of_a_district_alone_is_no_mention():
    assert places_in("江阳开展活动") == []
    assert places_in("江阳区开展活动") == [("江阳区", "510502")]


def test_a_city_named_like_an_ordinary_word_needs_more_than_its_name():
    assert places_in("实现长治久安") == []
    assert places_in("长治工会开展活动") == [("长治", "140400")]


def test_a_place_in_the_name_of_a_paper_a_school_or_a_town_is_no_mention():
    assert places_in("据泸州日报报道，昆明大学") == []
    assert places_in("十宜宾镇的会费，泸州村的路") == []
    assert places_in("抚顺县镇级工会") == [("抚顺县", "210421")]


@settings(deadline=None)
@given(st.text(alphabet="四川省泸州市朝阳区总工会，。北京"))
def test_mentions_stand_in_the_text_in_order_and_apart(text):
    end = 0
    for mention in find_mentions(text, GAZETTEER):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.words
        end = mention.end


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("抚顺的一家钢厂", ["210400"]),
        ("吉林一企业建起书屋", ["220000"]),
        ("朝阳一企业建起书屋", []),
        ("在老城区的斜坡上", []),
        ("新城区建起驿站", []),
    ],
)
def test_a_name_that_is_set_off_is_a_place_and_an_ordinary_word_is_none(text, codes):
    assert [mention.code for mention in find_mentions(text, GAZETTEER)] == codes


class _CountedNames(dict):
    """Names that count how often they are asked for one."""

    count = 0

    def get(self, *given):
        self.count += 1
        return super().get(*given)


def test_where_no_name_begins_none_is_looked_up():
    names = _CountedNames(GAZETTEER.names)
    find_mentions("职工到呈贡县城租房，工会帮助他们。" * 10, replace(GAZETTEER, names=names))
    assert names.count == 10
