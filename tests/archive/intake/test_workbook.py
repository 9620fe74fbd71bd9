"""Workbooks are read in a process of their own; dates are as exact as shown, formulas are text."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from archive.intake.refusal import Reason, RefusedError
from archive.intake.table import read_table
from archive.intake.workbook import fill_down, find_merged

BOMB = b"0" * 1024 * 1024


def save(path, *rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return workbook


def test_cells_are_texts_as_they_are_shown(tmp_path):
    path = tmp_path / "table.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["日期", "日期", "日期", "版次", "主题", "公式", "空"])
    date = datetime.date(2013, 9, 23)
    sheet.append([date, date, date, 4.0, "两\n行", '=HYPERLINK("http://x")', None])
    sheet["B2"].number_format = 'yyyy"年"m"月"'
    sheet["C2"].number_format = "yyyy"
    workbook.save(path)
    assert read_table(path)[1] == ["2013-09-23", "2013-09", "2013", "4", "两\n行", '=HYPERLINK("http://x")']


def test_the_name_of_the_file_is_not_asked(tmp_path):
    save(tmp_path / "table.xlsx", ["主题"]).save(tmp_path / "table.upload")
    assert read_table(tmp_path / "table.upload") == [["主题"]]


def test_the_first_sheet_that_is_shown_is_read_with_its_empty_rows(tmp_path):
    path = tmp_path / "table.xlsx"
    workbook = save(path, ["藏"])
    workbook.active.sheet_state = "hidden"
    shown = workbook.create_sheet()
    shown["A1"], shown["A4"] = "主题", "送清凉"
    workbook.create_sheet().append(["别的"])
    workbook.save(path)
    assert read_table(path) == [["主题"], [], [], ["送清凉"]]


def test_a_sheet_that_lies_about_its_size_is_read_all_the_same(tmp_path):
    path = tmp_path / "table.xlsx"
    save(path, ["主题"], ["送清凉"])
    packed = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            data = old.read(member).replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
            new.writestr(member.filename, data)
    assert read_table(path) == [["主题"], ["送清凉"]]


def test_a_cell_that_is_merged_over_rows_says_the_same_for_each(tmp_path):
    path = tmp_path / "table.xlsx"
    workbook = save(
        path,
        ["报道汇总", None, None],
        ["主题", "报纸", "地区"],
        ["甲", "样报", "泸州"],
        ["乙", None, "内江"],
        [None, None, None],
        ["丙", None, None],
        ["丁", None, None],
    )
    workbook.active.merge_cells("A1:C1")
    workbook.active.merge_cells("B3:B6")
    workbook.save(path)
    assert read_table(path) == [
        ["报道汇总"],
        ["主题", "报纸", "地区"],
        ["甲", "样报", "泸州"],
        ["乙", "样报", "内江"],
        [],
        ["丙", "样报"],
        ["丁"],
    ]


def test_merged_cells_are_found_wherever_the_sheet_is_cut_to_be_read():
    element = b'<x:mergeCell ref="AA2:AB7"/>'
    source = io.BytesIO(b" " * (1024 * 1024 - 9) + element + element + b" " * 300)
    assert list(find_merged(source)) == [(26, 1, 6)] * 2


@pytest.mark.parametrize(("column", "first", "last"), [(0, 9, 12), (5, 0, 1), (0, -1, 1), (0, 1, 9)])
def test_merged_cells_outside_of_the_rows_change_nothing(column, first, last):
    rows = [["主题"], ["甲"]]
    fill_down(rows, column, first, last)
    assert rows == [["主题"], ["甲"]]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"xl/worksheets/sheet1.xml": BOMB * 260}, Reason.ZIP_BOMB),
        ({"word/document.xml": b"<a/>"}, Reason.OTHER_FORM),
        ({"xl/workbook.xml": b"<a/>"}, Reason.DAMAGED),
        ({"xl/workbook.xml": b"no xml", "[Content_Types].xml": b"neither"}, Reason.DAMAGED),
    ],
)
def test_what_is_no_workbook_is_refused(members, reason, tmp_path):
    path = tmp_path / "table.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.raises(RefusedError) as caught:
        read_table(path)
    assert caught.value.reason == reason


def test_entities_that_grow_do_no_harm(tmp_path):
    path = tmp_path / "table.xlsx"
    save(path, ["主题"])
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE worksheet [<!ENTITY e0 "{"0" * 1000}">{lines}]>'.encode()
    packed = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename.endswith("sheet1.xml"):
                data = doctype + data.replace(b"<t>", b"<t>&e9;")
            new.writestr(member.filename, data)
    with pytest.raises(RefusedError) as caught:
        read_table(path)
    assert caught.value.reason in (Reason.DAMAGED, Reason.TOO_HEAVY)
