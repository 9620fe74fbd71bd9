"""Characters and letters in one piece: how they are read, and what they may stand for."""

import pytest

from search.spelling.mixed import is_mixed, read_mixed, stands_for


@pytest.mark.parametrize(
    ("typed", "expected"), [("泸zhou", True), ("gongzi 集体", True), ("泸州", False), ("lu", False)]
)
def test_only_both_together_are_mixed(typed: str, expected: bool) -> None:
    assert is_mixed(typed) is expected


@pytest.mark.parametrize(
    ("typed", "letters"), [("泸zhou", "luzhou"), ("gong'zi 集体", "gongzijiti"), ("工资Ｊi", "gongziji")]
)
def test_all_of_it_is_read(typed: str, letters: str) -> None:
    assert read_mixed(typed) == letters


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [("泸zhou", "泸州", True), ("泸zhou", "潞州", False), ("泸zhou", "泸", False), ("(zhou州", "周州", True)],
)
def test_the_characters_typed_must_stand_in_a_name(typed: str, name: str, expected: bool) -> None:
    assert bool(stands_for(typed).fullmatch(name)) is expected
