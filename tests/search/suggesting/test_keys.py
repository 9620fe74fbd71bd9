"""The keys of a name: whatever a person may begin to type."""

import pytest

from search.suggesting.keys import LONGEST_KEY, headline_keys, inner_keys, name_keys


def texts(keys: list) -> set[str]:
    return {key.text for key in keys}


def test_a_name_is_found_by_characters_reading_and_first_letters() -> None:
    assert {"泸州市", "luzhoushi", "lzs"} <= texts(name_keys("泸州市"))


def test_a_name_of_two_sounds_has_the_keys_of_both() -> None:
    assert {"shanxiong", "sx", "danxiong", "dx"} <= texts(name_keys("单雄"))


def test_lv_is_typed_lu_too() -> None:
    assert {"lvliang", "luliang"} <= texts(name_keys("吕梁"))


def test_the_inside_of_a_name_is_found_and_known_as_inside() -> None:
    keys = inner_keys("工资集体协商")
    assert {"协商", "集体协商", "xieshang", "xs", "jtxs"} <= texts(keys)
    assert all(key.is_inside for key in keys)
    assert "工资集体协商" not in texts(keys)


def test_a_number_is_found_from_its_first_digit_alone() -> None:
    assert {"12351热线", "热线"} <= texts(inner_keys("拨12351热线"))
    assert not {"51热线", "351热线"} & texts(inner_keys("拨12351热线"))


def test_a_headline_is_found_by_how_it_begins_to_be_read() -> None:
    assert texts(headline_keys("泸州推进“两个普遍”")) == {"luzhoutuijinlianggepubian", "lztjlgpb"}


@pytest.mark.parametrize("name", ["", "，。", "　"])
def test_what_cannot_be_typed_has_no_key(name: str) -> None:
    assert name_keys(name) == inner_keys(name) == headline_keys(name) == []


def test_no_key_is_longer_than_what_is_looked_up() -> None:
    keys = name_keys("总工会" * 60) + inner_keys("总工会" * 20) + headline_keys("总工会" * 60)
    assert max(map(len, texts(keys))) <= LONGEST_KEY


def test_a_key_is_given_once() -> None:
    keys = name_keys("重庆市")
    assert len(keys) == len(texts(keys))
