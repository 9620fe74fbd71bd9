"""How words sound: what many people do not tell apart is the same, and how unlike two characters are."""

import pytest

from search.spelling.sounds import NEAR, SAME, SLIP, UNLIKE, blur, reading_key, sound_keys, unlikeness


@pytest.mark.parametrize(
    ("one", "other"), [("zhang", "zan"), ("chi", "ci"), ("shang", "san"), ("nan", "lang"), ("ling", "nin")]
)
def test_sounds_that_many_do_not_tell_apart_are_the_same(one: str, other: str) -> None:
    assert blur(one) == blur(other)


@pytest.mark.parametrize(("one", "other"), [("gong", "hong"), ("bian", "pian"), ("si", "se"), ("an", "en")])
def test_sounds_that_people_tell_apart_are_not(one: str, other: str) -> None:
    assert blur(one) != blur(other)


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("写", "xie", SAME),
        ("扁", "bian", SAME),
        ("资", "zhi", NEAR),
        ("泥", "li", NEAR),
        ("公", "hong", SLIP),
        ("犀", "wu", UNLIKE),
        ("土", "du", SLIP),  # not as it is read in old books
    ],
)
def test_the_usual_reading_tells_how_unlike_a_character_is(typed: str, meant: str, cost: float) -> None:
    assert unlikeness(typed, meant) == cost


def test_each_syllable_is_left_open_once() -> None:
    assert list(sound_keys(("xie", "shang"))) == ["* san", "xie *"]


def test_a_reading_is_no_sound() -> None:
    assert reading_key("gonghui") not in sound_keys(("gonghui",))
