"""A table is handed in, checked, and imported when somebody says so; whatever is wrong is told and loses nothing."""

import csv
import errno
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from archive.desk import uploading
from archive.desk.bulk import import_screen
from archive.desk.jobs.running import run_job
from archive.models import Article, Job, JobKind
from archive.models.job import keep_privately
from tests.archive.desk.bulk.tables import FIRST, SECOND, make_csv
from tests.archive.desk.logins import let_login_run_out
from tests.archive.intake.made_up_files import BOMB_BYTES, OLD_WORD, PNG, make_docx, make_pdf, make_zip_bomb

pytestmark = pytest.mark.django_db

URL = "/desk/import/"


def hand_in(client: Client, data: bytes, name: str = "稿件.csv", **options: Any):
    return client.post(URL, {"check": "1", "file": SimpleUploadedFile(name, data)}, **options)


def check(client: Client, *rows: dict[str, str]) -> str:
    """Hand a table in; return the address of what was found out."""
    return str(hand_in(client, make_csv(*rows)).url)


def key_of(address: str) -> str:
    return address.partition("table=")[2]


def test_the_address_and_the_way_there(editor):
    assert reverse("import_articles") == URL
    assert f'href="{URL}"' in editor.get("/desk/").text


def test_a_table_is_checked_and_nothing_is_written(editor):
    response = editor.get(check(editor, FIRST, {**SECOND, "日期": "某日"}))
    text = " ".join(response.text.split())
    for part in ("共 2 行", "新稿件 <span", "有问题 <span", "看不懂这个日期", "某日", "收下没有问题的 1 行", "样报"):
        assert part in text
    assert not Article.objects.exists()
    assert not Job.objects.exists()


def test_a_table_that_was_checked_is_imported_by_a_job(editor):
    address = check(editor, FIRST, SECOND)
    response = editor.post(URL, {"table": key_of(address)})
    job = Job.objects.get()
    assert response.url == f"/desk/jobs/{job.pk}/"
    assert (job.kind, job.user) == (JobKind.IMPORT_ARTICLES, User.objects.get())
    run_job(job.pk)
    assert Article.objects.count() == 2
    assert FIRST["主题"] in editor.get(response.url).text
    assert "最近几次" in editor.get(URL).text


def test_a_table_is_imported_once_however_often_the_button_is_pressed(editor):
    address = check(editor, FIRST)
    editor.post(URL, {"table": key_of(address)})
    response = editor.post(URL, {"table": key_of(address)}, follow=True)
    assert "已经不在了" in response.text
    assert Job.objects.count() == 1


@pytest.mark.parametrize("key", ["0" * 32, "../../archive.sqlite3", "<script>"])
def test_a_table_that_is_not_there_is_asked_for_again(editor, key):
    assert "已经不在了" in editor.get(URL, {"table": key}, follow=True).text
    assert "已经不在了" in editor.post(URL, {"table": key}, follow=True).text


def test_nobody_sees_or_imports_the_table_of_another(editor, reviewer):
    address = check(editor, FIRST)
    assert "已经不在了" in reviewer.get(address, follow=True).text
    reviewer.post(URL, {"table": key_of(address)})
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "表是空的"),
        (PNG, "是图片，不是表格"),
        (OLD_WORD, "另存为 XLSX 或 CSV"),
        (make_docx("不是表格。"), "不是表格，是别的程序的文件"),
        (make_pdf([(72, 700, 12, "不是表格")]), "不是表格，是别的程序的文件"),
        (make_zip_bomb(BOMB_BYTES), "大得不正常"),
        (b"\x00\x01\x02" * 99, "不是表格，也不是文字"),
        ("主题,正文\n甲,\"乙\n".encode(), "表格从第"),
        ("题材,作家\n甲,乙\n".encode(), "找不到列名"),
        ("主题,标题\n甲,乙\n".encode(), "请只留一列"),
        ("主题,正文\n".encode(), "没有稿件"),
        (("主题\n" + "甲\n" * 50_000).encode(), "行数太多"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_reason(editor, data, message):
    response = hand_in(editor, data, "<表>.csv")
    assert response.status_code == 400
    assert message in response.text
    assert "<表>" not in response.text


def test_a_table_that_is_too_large_is_refused(editor, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILE_BYTES", 100)
    monkeypatch.setattr("archive.intake.table.MOST_TABLE_BYTES", 100)
    assert "文件太大" in hand_in(editor, b"x" * 500_000).text


def test_no_file_and_several_files_are_told(editor, settings):
    assert "没有选择文件" in editor.post(URL, {"check": "1"}).text
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    files = [SimpleUploadedFile(f"{n}.csv", b"x") for n in range(2)]
    assert "一次只交一张表" in editor.post(URL, {"check": "1", "file": files}).text


def test_a_full_disk_while_a_table_comes_in_is_told(editor, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", fail)
    response = hand_in(editor, make_csv(FIRST))
    assert response.status_code == 503
    assert "磁盘满了" in response.text


def test_rows_are_shown_by_what_would_come_of_them_a_screenful_at_a_time(editor, monkeypatch):
    monkeypatch.setattr(import_screen, "ROWS_ON_A_SCREEN", 2)
    rows = [{**FIRST, "主题": f"第{n}篇", "正文": f"{n}" * 30} for n in range(3)]
    address = check(editor, *rows, {**SECOND, "日期": "某日"})

    def shown(query: str) -> list[int]:
        return [row.check.number for row in editor.get(f"{address}{query}").context["screen"].rows]

    assert shown("") == shown("&fate=problem") == shown("&fate=junk") == [5]
    assert shown("&fate=new") == [2, 3]
    assert shown("&fate=new&p=2") == [4]


def test_what_a_row_would_change_is_marked(editor):
    Article.objects.create(headline=FIRST["主题"], body=FIRST["正文"], byline="本报记者 王小明")
    row = {"主题": FIRST["主题"], "正文": FIRST["正文"], "署名": "本报记者 王大明"}
    text = editor.get(check(editor, row)).text
    assert "<del>小</del><ins>大</ins>" in text


def test_a_new_row_is_shown_with_where_it_comes_from(editor):
    row = {**FIRST, "版次": "第04版", "状态": "待审"}
    [line] = editor.get(check(editor, row)).context["screen"].rows
    assert line.about == ("样报", "2013-09-23", "第4版", "待审")


def test_a_table_with_nothing_new_has_nothing_to_import(editor):
    Article.objects.create(headline=FIRST["主题"], body=FIRST["正文"])
    text = editor.get(check(editor, {"主题": FIRST["主题"], "正文": FIRST["正文"]})).text
    assert "没有要收的" in text
    assert 'name="table"' not in text


def test_columns_that_nobody_knows_and_new_newspapers_are_named(editor):
    data = "主题,备注,报纸\n甲,乙,新报\n".encode()
    text = editor.get(hand_in(editor, data).url).text
    assert "不会收的列：备注" in text
    assert "会新加的报纸，请看清没有写错：新报" in text


def test_the_problems_are_a_table_that_runs_nothing(editor):
    address = check(editor, {**FIRST, "主题": "=A1", "日期": "某日"}, SECOND)
    response = editor.get(f"{URL}{key_of(address)}/problems.csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[:4] for row in rows] == [
        ["行", "稿件", "列", "这一格写的是"],
        ["2", "'=A1", "主题", "'=A1"],
        ["2", "'=A1", "日期", "某日"],
    ]
    assert editor.get(f"{URL}{'0' * 32}/problems.csv").status_code == 302


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_template_is_a_table_whose_example_is_told_apart(editor, form):
    response = editor.get(f"{URL}articles.{form}")
    assert response["Content-Disposition"] == f'attachment; filename="articles.{form}"'
    text = editor.get(hand_in(editor, response.content).url).text
    assert "样表里的例子，请删去" in text
    assert "不认得" not in text
    assert editor.get(f"{URL}articles.pdf").status_code == 404


def test_the_workbook_explains_each_column_and_its_cells_are_text(editor):
    workbook = load_workbook(io.BytesIO(editor.get(f"{URL}articles.xlsx").content))
    table, explained = workbook.worksheets
    assert [cell.value for cell in table[1]] == [row[0].value for row in explained.iter_rows(min_row=2)]
    assert table.column_dimensions["B"].number_format == "@"


def test_a_table_handed_in_after_the_login_ran_out_has_to_be_chosen_again(editor):
    user = User.objects.get()
    let_login_run_out(editor)
    assert hand_in(editor, make_csv(FIRST)).url.startswith("/login/")
    editor.force_login(user)
    assert "请重新选择" in editor.get(URL).text


def test_a_table_that_was_checked_is_still_there_after_the_login_ran_out(editor):
    user = User.objects.get()
    address = check(editor, FIRST)
    let_login_run_out(editor)
    assert editor.post(URL, {"table": key_of(address)}).url.startswith("/login/")
    editor.force_login(user)
    assert "收下 1 行" in editor.get(URL).text
    assert not Job.objects.exists()


def test_a_forged_form_imports_nothing(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert strict.post(URL, {"table": key_of(check(editor, FIRST))}).url == URL
    assert not Job.objects.exists()


def test_readers_are_refused(reader):
    for path in (URL, f"{URL}articles.csv", f"{URL}{'0' * 32}/problems.csv"):
        assert reader.get(path).status_code == 403
    before = len(keep_privately().listdir("jobs")[1]) if keep_privately().exists("jobs") else 0
    assert hand_in(reader, make_csv(FIRST)).status_code == 403
    assert before == (len(keep_privately().listdir("jobs")[1]) if keep_privately().exists("jobs") else 0)
