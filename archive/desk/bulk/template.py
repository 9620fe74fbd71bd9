"""Bulk import: what each column is for -> the table to fill in, with an example and an explanation of each column."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from archive.desk.bulk.columns import HEADINGS, Column

_EXPLANATIONS: Mapping[Column, object] = {
    Column.NEWSPAPER: gettext_lazy("报纸的名称。档案里没有的会新加，请先看清没有写错。"),
    Column.DATE: gettext_lazy("出版日期，知道多少写多少：2013-09-23、2013年9月、2013。"),
    Column.PAGE: gettext_lazy("第几版，写数字。写了版次，就要写报纸和日期。"),
    Column.KICKER: gettext_lazy("主题上面的一行，最多 300 字。"),
    Column.HEADLINE: gettext_lazy("主标题，最多 300 字。主题和正文至少要有一项。"),
    Column.SUBHEAD: gettext_lazy("主题下面的一行，最多 300 字。"),
    Column.BYLINE: gettext_lazy("照印出来的写：本报记者 王小明 通讯员 李强。"),
    Column.DATELINE: gettext_lazy("本报讯，本报北京7月27日电；空着就从正文里找。"),
    Column.GENRE: gettext_lazy("消息、通讯、评论、图片、简讯；空着就从正文里看。"),
    Column.BODY: gettext_lazy(
        "一行一段，或者段落之间空一行；小标题前写“## ”，图片说明前写“[图] ”，缺失的文字写“[缺文]”。"
    ),
    Column.PLACES: gettext_lazy("稿件写的是哪里，几个之间用顿号；重名的连同省、市一起写。空着就从正文里找。"),
    Column.PROGRAMMES: gettext_lazy("项目的名称或别名，几个之间用顿号。空着就从正文里找。"),
    Column.PEOPLE: gettext_lazy("姓名，几个之间用顿号。空着就从署名里找。"),
    Column.STATUS: gettext_lazy("草稿、待审、已发布；空着就是草稿。"),
}

# One row, invented; who leaves it in the table is told so. Data, the same in every language of the interface.
EXAMPLE: Mapping[str, str] = {
    Column.NEWSPAPER: "工人日报",
    Column.DATE: "2013-09-23",
    Column.PAGE: "4",
    Column.HEADLINE: "工会把清凉送到工地（例子，请删去这一行）",
    Column.BYLINE: "本报记者 王小明",
    Column.GENRE: "消息",
    Column.BODY: "本报讯 这里是第一段。\n\n这里是第二段。",
    Column.PLACES: "泸州",
    Column.PROGRAMMES: "送清凉",
    Column.STATUS: "草稿",
}


@dataclass(frozen=True, slots=True)
class ColumnExplanation:
    """What a column is called, how it is filled in, and by which other headings it is known."""

    label: str
    text: str
    other_headings: str


def explain_columns() -> tuple[ColumnExplanation, ...]:
    """Return the columns in the order of the template."""
    return tuple(
        ColumnExplanation(column.label, str(_EXPLANATIONS[column]), "、".join(HEADINGS[column][1:]))
        for column in Column
    )


def write_csv_template() -> bytes:
    """Return the headings and the example as CSV, with the mark by which office programs know the encoding."""
    text = io.StringIO()
    csv.writer(text).writerows(_list_rows())
    return text.getvalue().encode("utf-8-sig")


def write_xlsx_template() -> bytes:
    """Return the headings and the example as a workbook, with a sheet that explains the columns."""
    from archive.desk.bulk.workbook_template import write_workbook  # openpyxl loads slowly, and few ask for it

    explained = [[one.label, one.text, one.other_headings] for one in explain_columns()]
    return write_workbook(_list_rows(), explained)


def _list_rows() -> Sequence[Sequence[str]]:
    return [[HEADINGS[column][0] for column in Column], [EXAMPLE.get(column, "") for column in Column]]
