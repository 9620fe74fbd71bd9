"""Folding: what a reader takes for the same is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.fold import SEPARATOR, fold, fold_in_place, join_print_lines

SAME = [
    ("ＡＢＣ１２３", "abc123"),
    ("總工會", "总工会"),
    ("職工", "职工"),
    ("Ⅷ", "viii"),
    ("㎡", "m2"),
    ("。", " "),
    ("“两个”、", " 两个 "),
    ("工\u200b会", "工会"),
    ("工\ufeff会", "工会"),
    ("A—B", "a b"),
    ("é", "é"),
    ("e\u0301", "é"),
    ("😀", " "),
    ("工\udcff会", "工 会"),
]


@pytest.mark.parametrize(("text", "folded"), SAME)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_character_folds_alike_whatever_stands_around_it() -> None:
    assert fold("乾隆")[0] == fold("乾")


def test_line_break_of_the_print_is_nothing_between_chinese_characters() -> None:
    assert join_print_lines("全市工\n会组织") == "全市工会组织"
    assert join_print_lines("全市工 \r\n 会组织") == "全市工会组织"
    assert join_print_lines("2013\n年") == "2013年"


def test_line_break_between_latin_words_is_a_space() -> None:
    assert join_print_lines("trade\nunion") == "trade union"


def test_a_blank_line_separates() -> None:
    assert fold("全市工\n\n会组织") == "全市工 会组织"


def test_half_a_character_is_no_character_that_can_be_searched() -> None:
    assert {fold(chr(code)) for code in range(0xD800, 0xE000)} == {SEPARATOR}
    assert fold_in_place("工\udcff会") == ("工 会", range(4))


@given(st.text(st.characters(), max_size=200))
def test_whatever_a_text_holds_folds(text: str) -> None:
    fold(text).encode()


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_folded_text_has_no_two_separators_in_a_row(text: str) -> None:
    assert SEPARATOR * 2 not in fold(text)


@given(st.text(max_size=200))
def test_every_folded_character_comes_from_a_place_in_the_text(text: str) -> None:
    folded, offsets = fold_in_place(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)


@given(st.text(alphabet="工会總，。 \nAb１", min_size=1, max_size=60), st.data())
def test_a_run_of_a_text_folds_to_a_run_of_the_folded_text(text: str, data: st.DataObject) -> None:
    joined = join_print_lines(text)
    start = data.draw(st.integers(0, len(joined)))
    end = data.draw(st.integers(start, len(joined)))
    assert fold(joined[start:end].replace("\n", " ")).strip() in fold(joined)
