"""Every kind of bad file, handed in at once through the screen and taken in by the worker: a clear line for each."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.archive.intake.made_up_files import BOMB_BYTES, PNG, make_docx, make_pdf, make_zip_bomb

MILLISECONDS_TO_WAIT = 120_000
LARGE = 200 * 1024 * 1024
PAGE = "# 车间里的%s\n\n本报讯 近日，一家工厂的工会为职工办起了%s，下班后大家都来。\n"
PARAGRAPH = "工会组织职工参加劳动竞赛，第%d车间的代表们走在前面，全年共有三千人参加了这项活动。\n\n"
LONG = "# 很长的一版\n\n" + "".join(PARAGRAPH % number for number in range(12_000))


def page_about(thing: str) -> str:
    return PAGE % (thing, thing)


MIXED = page_about("健身房").replace("\n\n", "\r\n\r") + "\r最后一行，没有换行。"
CONTROLS = page_about("合唱队") + "职工\x02都\x1b[31m来\x0c参加" + "，一同歌唱" * 30 + "。"

# Name -> what is in it, what the job says of it and, where it comes in, the page's text.
FILES: dict[str, tuple[bytes, str, str, str]] = {
    "炸弹.docx": (make_zip_bomb(BOMB_BYTES), "失败", "文件解压后大得不正常，没有打开。", ""),
    "扫描.pdf": (make_pdf([], []), "失败", "PDF 里没有文字，大概是扫描件。", ""),
    "密码.pdf": (make_pdf([(72, 700, 12, "工会")], locked=True), "失败", "文件加了密码，打不开。请去掉密码再交。", ""),
    "图片.txt": (PNG, "失败", "是图片，不是文字。", ""),
    "五个字.txt": ("工会送清凉".encode(), "失败", "只有 5 个字，不像一个版面。", ""),
    "空.md": (b"", "失败", "文件是空的，没有文字。", ""),
    "国标.txt": (page_about("图书角").encode("gb18030"), "完成", "", page_about("图书角")),
    "万国.txt": (page_about("茶水间").encode("utf-16"), "完成", "", page_about("茶水间")),
    "换行.md": (MIXED.encode(), "完成", "", MIXED),
    "控制符.txt": (CONTROLS.encode(), "完成", "", CONTROLS),
    "很长.txt": (LONG.encode(), "完成", "", LONG),
    "其实是文档.pdf": (make_docx("# 车间里的食堂", "本报讯 近日，工会办起了食堂。"), "完成", "", ""),
    "再来一次.txt": (page_about("图书角").encode(), "跳过", "有 1 个版面已在档案中，没有改动。", page_about("图书角")),
}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Write the files, and one of 200 MB that takes no room on the disk."""
    for name, (data, *_) in FILES.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "巨大.pdf").open("wb") as large:
        large.write(b"%PDF-1.7\n")
        large.truncate(LARGE)
    return [str(tmp_path / name) for name in (*FILES, "巨大.pdf")]


def query(data_dir: Path, sql: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data_dir / "archive.sqlite3", timeout=30)) as connection:
        return connection.execute(sql, values).fetchall()


def hand_in(page: Any, paths: list[str]) -> None:
    """Choose the files, send them, and wait until the job has ended."""
    page.get_by_label("选择文件").set_input_files(paths)
    expect(page.locator("[data-chosen-files] .error")).to_have_text("超过 50 MB，不会收下")
    page.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)


def read_report(page: Any) -> dict[str, tuple[str, str]]:
    """Download the report; return the outcome and its explanation by name of file."""
    with page.expect_download() as download:
        page.get_by_role("link", name="下载报告").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        return {row["名称"]: (row["结果"], row["说明"]) for row in csv.DictReader(file)}


def test_each_file_has_its_clear_line_and_nothing_is_half_done(open_page, editor_login, archive, paths):
    page = open_page("/desk/pages/add/", storage_state=editor_login)
    before = {key for (key,) in query(archive.data_dir, "SELECT id FROM archive_page")}
    hand_in(page, paths)
    report = read_report(page)
    assert report.keys() == {*FILES, "巨大.pdf"}
    assert report["巨大.pdf"] == ("失败", "文件太大：每个文件不超过 50 MB。")
    for name, (_, state, message, _) in FILES.items():
        assert (name, report[name][0]) == (name, state), report[name]
        assert report[name][1].startswith(message), report[name]
    rows = query(archive.data_dir, "SELECT id, source_name, text FROM archive_page")
    new = {source_name: text for key, source_name, text in rows if key not in before}
    came_in = {name: text for name, (_, state, _, text) in FILES.items() if state == "完成"}
    assert new.keys() == came_in.keys()
    assert all(new[name] == text for name, text in came_in.items() if text)
    waiting = {key for (key,) in query(archive.data_dir, "SELECT page_id FROM archive_split WHERE finished IS NULL")}
    assert {key for key, *_ in rows} - before <= waiting


def test_what_was_handed_in_is_reached_by_no_address(open_page, editor_login, archive, tmp_path):
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 junk")
    page = open_page("/desk/pages/add/", storage_state=editor_login)
    page.get_by_label("选择文件").set_input_files(tmp_path / "坏.pdf")
    page.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-line")).to_contain_text("失败 1", timeout=MILLISECONDS_TO_WAIT)
    (name,) = query(archive.data_dir, "SELECT file FROM archive_jobitem WHERE name = ?", "坏.pdf")[-1]
    assert (archive.data_dir / "handed-in" / name).is_file()
    for address in (f"/{name}", f"/handed-in/{name}", f"/media/{name}", f"/uploads/{name}", f"/static/{name}"):
        assert page.request.get(address).status == 404
