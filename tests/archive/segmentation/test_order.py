"""Lines as printed and joins -> the order of reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.segmentation.beginning import Printed, find_beginning
from archive.segmentation.flow import is_doubtful_round
from archive.segmentation.joins import Join
from archive.segmentation.order import order_lines
from archive.segmentation.paragraph import Paragraph
from tests.archive.small_gazetteer import GAZETTEER

LEAD = "过去5年，四川泸州市总工会努力工作。"


def printed(*texts: str, crossheads=(), joins=(), is_under_head=True) -> Printed:
    lines = [Paragraph(2 * at + 1, text, blanks_before=1) for at, text in enumerate(texts)]
    return Printed(lines, frozenset(crossheads), dict(joins), is_under_head)


def order(page: Printed) -> list[int]:
    return list(order_lines(page, find_beginning(page, "510500", GAZETTEER)))


def test_lines_without_jumps_are_read_as_printed():
    assert order(printed("甲。", "乙。", "丙。")) == [0, 1, 2]


def test_the_lower_half_of_a_column_is_read_after_its_upper_half():
    page = printed("甲上又", "乙上又", "丙上。", "甲下。", "乙下。", joins={0: 3, 1: 4})
    assert order(page) == [0, 3, 1, 4, 2]


def test_a_column_that_goes_on_with_the_last_one_is_read_after_it():
    assert order(printed("的办法。", "第二段。", LEAD, "后来又", joins={3: 0})) == [2, 3, 0, 1]


def test_a_circle_is_cut_over_its_last_crosshead():
    page = printed("百”活动。", "小标题", "一段。", "小标题", "又一段又", LEAD, crossheads={1, 3}, joins={4: 0})
    assert order(page) == [5, 3, 4, 0, 1, 2]


def test_what_stands_over_the_lead_is_read_last():
    page = printed("小标题", "一段。", LEAD, "二段。", crossheads={0}, is_under_head=False)
    assert order(page) == [2, 3, 0, 1]


def test_a_crosshead_under_the_headline_begins_the_article():
    assert order(printed("小标题", "一段。", LEAD, crossheads={0})) == [0, 1, 2]


def test_an_article_whose_beginning_is_lost_is_read_as_printed():
    assert order(printed("下，工会努力工作。", "工会办了食堂。", "职工高兴。")) == [0, 1, 2]


def test_closing_words_over_a_full_lead_are_the_last_column():
    page = printed("过去几年，泸州市总工会将再立新功。", LEAD, "后来办了食堂。", is_under_head=False)
    assert order(page) == [1, 2, 0]


def test_a_report_ends_above_the_line_with_which_another_reading_begins():
    page = printed("化、社会化。", "最高的褒奖！(本报北京7月27日电)", "这样的案例很多，走向市场", joins={2: 0})
    assert order(page) == [2, 0, 1]


@pytest.mark.parametrize("text", ["所以说，要去看看。", "答：不合理。", "——做好帮扶。"])
def test_linking_words_are_a_poor_beginning(text):
    page = printed("的办法。", text, "在泸州，工会办了食堂。", "后来又", joins={3: 0})
    assert order(page)[0] == 2


def test_no_lines_have_no_order():
    assert order(printed()) == []


@given(st.integers(1, 9).flatmap(lambda n: st.tuples(st.just(n), st.permutations(range(n)), st.integers(0, n))))
def test_every_line_is_read_once_whatever_the_joins(drawn):
    count, targets, kept = drawn
    joins = {one: other for one, other in list(enumerate(targets))[:kept] if one != other}
    assert sorted(order(printed(*["工会又"] * count, joins=joins))) == list(range(count))


@pytest.mark.parametrize(
    ("join", "is_doubtful"),
    [(Join(1, 0, 1.0), True), (Join(1, 0, 1.2), False), (Join(3, 0, 1.0), False), (Join(1, 2, 1.0), False)],
)
def test_the_first_line_rather_begins_than_that_it_may_go_on_with_one_in_the_middle(join, is_doubtful):
    assert is_doubtful_round(join, printed("甲。", "乙又", "丙。", "丁又").lines) is is_doubtful
