"""What an editor types -> a date, as exact as it was typed."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

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


@pytest.mark.parametrize("text", ["13-9-23", "昨天", "2013-09-23 上午", "20131", "2013年9月31日左右"])
def test_what_is_no_date_is_told(text):
    with pytest.raises(ValidationError, match="看不懂这个日期"):
        read_date_entry(text)


@pytest.mark.parametrize("text", ["0000", "1066", "9999", "1066-02-30"])
def test_a_year_that_no_newspaper_has_is_told(text):
    with pytest.raises(ValidationError, match="年份不对"):
        read_date_entry(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2013年9月31日", "没有 2013年9月31日这一天：这个月只有 30 天。"),
        ("2013-02-30", "没有 2013年2月30日这一天：这个月只有 28 天。"),
        ("20120230", "没有 2012年2月30日这一天：这个月只有 29 天。"),
        ("2013.9.0", "没有 2013年9月0日这一天：这个月只有 30 天。"),
        ("2013-13", "没有 13 月，请看看月份。"),
        ("2013年0月5日", "没有 0 月，请看看月份。"),
    ],
)
def test_a_day_that_the_calendar_lacks_is_told_as_such(text, message):
    with pytest.raises(ValidationError) as error:
        read_date_entry(text)
    assert error.value.messages == [message]


def test_a_day_that_the_calendar_lacks_is_told_in_english_too():
    with override("en"), pytest.raises(ValidationError, match="There is no such day as 2013-09-31"):
        read_date_entry("2013年9月31日")
