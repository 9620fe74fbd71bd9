"""Folio lines -> newspaper, date, page number."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.segmentation.folio import read_folio, read_folio_line
from archive.segmentation.paragraph import Paragraph

DAY = datetime.date(2013, 9, 23)


@pytest.mark.parametrize(
    ("line", "newspaper", "date", "precision", "number", "label"),
    [
        ("4 2013年9月23日 星期一", "", DAY, "day", 4, ""),
        ("2013年9月23日 星期一 第4版 工人日报 要闻", "工人日报", DAY, "day", 4, "要闻"),
        ("２０１３年９月２３日　第４版", "", DAY, "day", 4, ""),
        ("二〇一三年九月二十三日 星期一", "", DAY, "day", None, ""),
        ("四川工人日报 2013-09-23", "四川工人日报", DAY, "day", None, ""),
        ("工人日报 2013年9月", "工人日报", datetime.date(2013, 9, 1), "month", None, ""),
        ("工人日报", "工人日报", None, "unknown", None, ""),
        ("第十二版", "", None, "unknown", 12, ""),
        ("A04 要闻", "", None, "unknown", 4, "要闻"),
        ("4", "", None, "unknown", 4, ""),
        ("4 2013年9月23日 星期一 责编：王小明 版式：李强", "", DAY, "day", 4, ""),
        ("4 要闻 2013.9.23 星期一 本版责编/王小明 李强 电话：63580000", "", DAY, "day", 4, "要闻"),
        ("4 要闻 编辑/王小明 2013年9月23日", "", DAY, "day", 4, "要闻"),
        ("8 视界 SHIJIE 图文 责编 王小明", "", None, "unknown", 8, "视界"),
        ("四川工人日报 SICHUAN GONGREN 2013年9月23日 星期一 今日四版 第1版", "四川工人日报", DAY, "day", 1, ""),
        ("B3 | 工会在线 | 2013-09-23 星期一", "", DAY, "day", 3, "工会在线"),
    ],
)
def test_a_folio_line_says_what_the_page_is(line, newspaper, date, precision, number, label):
    folio = read_folio_line(Paragraph(1, line))
    assert folio is not None
    assert (folio.newspaper, folio.date, folio.precision) == (newspaper, date, precision)
    assert (folio.number, folio.section_label) == (number, label)


@pytest.mark.parametrize(
    "line",
    ["2013年9月23日，活动开始", "2013年", "抚顺", "工人日报专栏开办", "20 王小明", "2013年13月40日", "本报讯", "12351"],
)
def test_other_lines_are_no_folio(line):
    assert read_folio_line(Paragraph(1, line)) is None


@settings(deadline=None)
@given(st.text())
def test_any_line_is_read_without_a_crash(text):
    read_folio_line(Paragraph(1, text))


def test_number_and_name_of_the_page_may_stand_on_the_next_line():
    page = [Paragraph(1, "工人日报 2013年9月23日"), Paragraph(2, "3 对话"), Paragraph(3, "夜里亮起了灯。")]
    assert read_folio(page).lines == (1, 2)
