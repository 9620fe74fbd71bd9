"""Numbers in figures and in characters."""

import pytest

from archive.numerals import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("9", 9), ("09", 9), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("二三", 23)],
)
def test_a_number_is_read_as_it_is_printed(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["2013", "二〇一三", "二○一三", "二◯一三", "二零一三"])
def test_a_year_is_read_digit_by_digit(text: str) -> None:
    assert read_number(text) == 2013


@pytest.mark.parametrize("text", ["", "十十", "二十一三", "〇十", "百", "两"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        read_number(text)
