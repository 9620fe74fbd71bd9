"""The headings of tables of any origin are told; what cannot be told is explained."""

import pytest

from archive.desk.bulk.columns import Column, HeadingsError, arrange_rows


def cells_of(heading, text):
    [row] = arrange_rows([["主题", heading], ["甲", text]]).rows
    return {name: cell for name, cell in row.cells.items() if cell and name != "headline"}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("标题", Column.HEADLINE),
        (" 正文（必填）* ", Column.BODY),
        ("Ｂｏｄｙ", Column.BODY),
        ("版 次：", Column.PAGE),
        ("记者", Column.PEOPLE),
        ("状态", Column.STATUS),
    ],
)
def test_headings_are_known_by_their_words(heading, column):
    table = arrange_rows([["署名", "主题" if column is not Column.HEADLINE else "引题", heading], ["某", "甲", "乙"]])
    assert table.columns[2] is column


def test_rows_have_the_numbers_of_the_file_and_empty_ones_are_left_out():
    table = arrange_rows([[], ["主题"], [], ["甲"], [], ["乙"]])
    assert [(row.number, row.name) for row in table.rows] == [(4, "甲"), (6, "乙")]


def test_headings_may_stand_below_the_name_of_the_table():
    table = arrange_rows([["工会报道汇总表"], ["填表人", "某某"], ["主题", "报纸"], ["甲", "样报"]])
    assert [(row.number, row.cells["newspaper"]) for row in table.rows] == [(4, "样报")]


def test_unknown_headings_are_named_and_their_cells_left_out():
    table = arrange_rows([["主题", "备注", ""], ["甲", "乙", "丙"]])
    assert table.unknown == ("备注",)
    assert "乙" not in table.rows[0].cells.values()


def test_filled_cells_beyond_the_headings_are_counted():
    assert arrange_rows([["主题", "正文"], ["甲", "一，", "二", "", "三"]]).rows[0].surplus == 2


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["题材", "作家"], ["甲", "乙"]], "现在是：题材、作家"),
        ([["甲", "乙"]], "认得的列名是：报纸、日期"),
        ([["主题"]], "没有稿件"),
        ([["主题", "标题"], ["甲", "乙"]], "主题、标题"),
    ],
)
def test_a_table_that_cannot_be_told_is_explained(rows, words):
    with pytest.raises(HeadingsError, match=words):
        arrange_rows(rows)


def test_every_line_of_a_cell_is_a_paragraph_unless_blank_lines_part_them():
    assert cells_of("正文", "一。\r\n二。\n")["body"] == "一。\n\n二。"
    assert cells_of("正文", "一，\n二。\n\n三。")["body"] == "一，\n二。\n\n三。"


def test_control_characters_and_line_breaks_are_taken_out_of_lines():
    assert cells_of("署名", "本报\x00记者\n王小明\x1b") == {"byline": "本报记者 王小明"}
