"""Tables of any encoding and form give the same rows; what is none is refused with its reason."""

import codecs

import pytest

from archive.intake.refusal import Reason, RefusedError
from archive.intake.table import MOST_ROWS, MOST_TABLE_BYTES, read_csv, read_table

TEXT = "报纸,主题,正文\r\n样报,送清凉,工会走进车间。\r\n"
ROWS = [["报纸", "主题", "正文"], ["样报", "送清凉", "工会走进车间。"]]


def refusal_of(path):
    with pytest.raises(RefusedError) as caught:
        read_table(path)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", ";").replace("\r\n", "\n").encode(),
    ],
)
def test_every_encoding_and_delimiter_gives_the_same_rows(data, tmp_path):
    path = tmp_path / "table.xlsx"  # the name is not asked
    path.write_bytes(data)
    assert read_table(path) == ROWS


def test_a_quoted_cell_keeps_its_commas_and_lines():
    assert read_csv('主题,正文\n送清凉,"第一段，\n第二段,完。"\n')[1] == ["送清凉", "第一段，\n第二段,完。"]


def test_empty_rows_stay_so_that_numbers_of_rows_are_those_of_the_file():
    assert read_csv("主题,正文\n,\n送清凉,好\n") == [["主题", "正文"], [], ["送清凉", "好"]]


@pytest.mark.parametrize(
    ("text", "line"),
    [('主题,正文\n甲,乙\n丙,"没有关上\n的引号\n', "4"), ('主题,正文\n"甲"乙,丙\n', "2"), ("主题" + "," * 99, "1")],
)
def test_a_broken_table_names_the_line(text, line):
    with pytest.raises(RefusedError) as caught:
        read_csv(text)
    assert (caught.value.reason, caught.value.detail) == (Reason.BROKEN_TABLE, line)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\xef\xbb\xbf\r\n \r\n", Reason.EMPTY),
        (b",,,\r\n,,,\r\n", Reason.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), Reason.IMAGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), Reason.OLD_WORD),
        (b"%PDF-1.7\n", Reason.OTHER_FORM),
        (b"PK\x03\x04 no archive", Reason.DAMAGED),
        (b"\xe5\xff\xfd\xfc\xfb" * 40, Reason.BAD_ENCODING),
        (b"a,b\x00\x01\x02\n" * 9, Reason.BINARY),
    ],
)
def test_what_is_no_table_is_refused(data, reason, tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    assert refusal_of(path).reason == reason


def test_a_table_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"x" * (MOST_TABLE_BYTES + 1))
    assert (refusal_of(path).reason, refusal_of(path).detail) == (Reason.FILE_TOO_LARGE, "20 MB")


def test_rows_are_counted_without_the_heading_and_without_empty_ones(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("主题\n" + "甲\n\n" * MOST_ROWS)
    assert len(read_table(path)) == 2 * MOST_ROWS + 1
    path.write_text("主题\n" + "甲\n" * (MOST_ROWS + 1))
    assert refusal_of(path).reason == Reason.TOO_MANY_ROWS
