"""Text -> programmes of the vocabulary."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.programmes import Programme, find_programmes
from tests.archive.small_gazetteer import GAZETTEER

NATIONAL = (
    Programme(1, ("工资集体协商", "工资集体合同")),
    Programme(2, ("集体合同",)),
    Programme(3, ("面对面心贴心实打实服务职工在基层", "面对面、心贴心、实打实", "面心实")),
    Programme(4, ("12351职工服务热线", "12351")),
    Programme(5, ("送温暖",)),
)
LOCAL = (
    Programme(6, ("四送再就业", "四送温暖"), is_local=True, place="510500"),
    Programme(7, ("职工公租房", "公租房"), is_local=True, place="530100"),
    Programme(8, ("首席员工",), is_local=True),
)


def found_in(text: str, place: str = "") -> list[tuple[int, str]]:
    return [(one.key, one.evidence) for one in find_programmes(text, NATIONAL + LOCAL, place, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推行工资集体协商", [(1, "工资集体协商")]),
        ("开展“面心实”活动", [(3, "面心实")]),
        ("以“面对面，心贴心，实打实”为主线", [(3, "面对面，心贴心，实打实")]),
        ("拨打１２３５１热线", [(4, "１２３５１")]),
        ("建立首席员工制度", [(8, "首席员工")]),
    ],
)
def test_a_name_is_found_whatever_marks_stand_in_it(text, found):
    assert found_in(text) == found


def test_the_longest_name_wins_where_names_overlap():
    assert found_in("签订工资集体合同两千份") == [(1, "工资集体合同")]


def test_the_shorter_name_is_found_where_it_stands_alone():
    assert [key for key, _ in found_in("签订工资集体合同。另签集体合同十份")] == [1, 2]


def test_a_number_inside_a_longer_number_is_no_name():
    assert found_in("共有123516人") == []


def test_no_name_is_found_across_two_sentences():
    assert found_in("工人收到工资。集体协商开始") == []


def test_a_local_programme_counts_only_at_its_place():
    assert found_in("四送温暖", "510500") == [(6, "四送温暖")]
    assert found_in("四送温暖", "511300") == [(5, "送温暖")]
    assert found_in("四送温暖") == [(5, "送温暖")]


def test_a_local_programme_counts_in_the_districts_of_its_place():
    assert found_in("建起公租房", "530114") == [(7, "公租房")]
    assert found_in("建起公租房", "500112") == []


@settings(deadline=None)
@given(st.text(alphabet="工资集体协商合同面心实，。“”12351 "))
def test_evidence_is_printed_in_the_text(text):
    for _, evidence in found_in(text):
        assert evidence in text
