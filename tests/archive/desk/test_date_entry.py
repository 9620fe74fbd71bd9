"""What an editor types -> a date, as exact as it was typed."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from archive.desk.date_entry import read_date_entry


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("2013-09-23", datetime.date(2013, 9, 23), "day"),
        ("2013-9-3", datetime.date(2013, 9, 3), "day"),
        ("2013/9/23", datetime.date(2013, 9, 23), "day"),
        ("2013.09.23", datetime.date(2013, 9, 23), "day"),
        ("20130923", datetime.date(2013, 9, 23), "day"),
        (" 2013年 9月23日 ", datetime.date(2013, 9, 23), "day"),
        ("２０１３年９月", datetime.date(2013, 9, 1), "month"),
        ("2013-09", datetime.date(2013, 9, 1), "month"),
        ("2013年9", datetime.date(2013, 9, 1), "month"),
        ("2013年", datetime.date(2013, 1, 1), "year"),
        ("2013", datetime.date(2013, 1, 1), "year"),
        ("  ", None, "unknown"),
    ],
)
def test_dates_are_read_as_exact_as_they_are_typed(text, date, precision):
    assert read_date_entry(text) == (date, precision)


@pytest.mark.parametrize(
    "text", ["2013-02-30", "2013-13", "13-9-23", "昨天", "2013-09-23 上午", "0000", "1066", "9999", "20131"]
)
def test_what_is_no_date_is_told(text):
    with pytest.raises(ValidationError):
        read_date_entry(text)
