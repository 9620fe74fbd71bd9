"""How names are read: as people say them, and as they type them."""

import pytest

from search.readings import initials, plain, read_name, read_name_in_all_ways


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("泸州", "lu zhou"),
        ("重庆市", "chong qing shi"),
        ("单县", "shan xian"),
        ("长治市", "chang zhi shi"),
        ("什邡市", "shi fang shi"),
        ("六安市", "lu an shi"),
        ("洪洞县", "hong tong xian"),
        ("12351热线", "12351 re xian"),
        ("", ""),
    ],
)
def test_a_name_is_read_as_people_say_it(name: str, read: str) -> None:
    assert " ".join(read_name(name)) == read


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("曾红", "zeng hong"),
        ("单雄", "shan xiong"),
        ("尉迟恭", "yu chi gong"),
        ("覃伟", "qin wei"),
        ("覃伟", "tan wei"),
    ],
)
def test_a_person_is_read_by_the_name_of_the_family(name: str, read: str) -> None:
    assert tuple(read.split()) in read_name_in_all_ways(name)


@pytest.mark.parametrize(("name", "read"), [("单县", "dan xian"), ("重庆", "zhong qing"), ("曾红", "ceng hong")])
def test_who_does_not_know_the_name_reads_its_characters(name: str, read: str) -> None:
    assert tuple(read.split()) in read_name_in_all_ways(name)


def test_readings_that_nobody_would_try_are_left_out() -> None:
    assert read_name_in_all_ways("王宁") == (("wang", "ning"),)


def test_the_usual_reading_comes_first() -> None:
    assert read_name_in_all_ways("重庆")[0] == ("chong", "qing")


def test_signs_spaces_and_width_do_not_count() -> None:
    assert plain("“面心实” 活動，ＡＢＣ") == "面心实活动abc"


@pytest.mark.parametrize("typed", ["Lǚ", "lü", "LÜ", "lv"])
def test_tones_and_dots_can_be_typed_or_left_out(typed: str) -> None:
    assert plain(typed) == "lv"


def test_first_letters_keep_numbers_whole() -> None:
    assert initials(("12351", "re", "xian")) == "12351rx"
