"""manage.py import_pages, on real files."""

import codecs
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.models import Article, Page, Province
from tests.archive.intake.made_up_files import make_docx, make_pdf

pytestmark = pytest.mark.django_db

TEXT = "# 工会送清凉\n\n本报讯(记者王小明)近日，重庆市总工会送去凉茶{}。\n"


@pytest.fixture(autouse=True)
def chongqing():
    Province.objects.create(code="500000", name="重庆市", short_name="重庆", abbreviation="渝")


def run(*paths: Path, **options: bool) -> tuple[str, str, bool]:
    """Return what the command printed, what it complained of, and whether it failed."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_pages", *map(str, paths), stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", True
    return out.getvalue(), err.getvalue(), False


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_it_prints_what_it_found_on_a_page(tmp_path):
    page = write(tmp_path / "a.txt", "重庆日报 2014年7月28日 第2版\n\n" + TEXT.format(""))
    out, _, failed = run(page)
    assert not failed
    assert "a.txt：重庆日报 2014年7月28日 第2版，1 篇" in out
    assert "1 [消息] 工会送清凉" in out
    assert "地区：重庆市；人名：王小明；项目：无" in out
    assert "合计：收入 1 版 1 篇；已有 0 版，没有改动；失败 0 个。" in out


def test_a_folder_is_taken_with_all_below_and_its_other_files_left(tmp_path):
    write(tmp_path / "b.txt", TEXT.format("二"))
    write(tmp_path / "a" / "c.txt", TEXT.format("三"))
    write(tmp_path / "notes.html", TEXT.format("四"))
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    _, _, failed = run(tmp_path)
    assert not failed
    assert list(Page.objects.order_by("pk").values_list("source_name", flat=True)) == ["c.txt", "b.txt"]


def test_files_of_a_folder_that_are_left_out_are_named_and_no_failure(tmp_path):
    write(tmp_path / "a" / "scan.PNG", b"\x89PNG\r\n\x1a\n\x00\x00")
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / ".DS_Store", b"\x00")
    write(tmp_path / "~$b.docx", b"\x00")
    out, err, failed = run(tmp_path)
    assert (err, failed) == ("", False)
    left_out = [line for line in out.splitlines() if line.startswith("－")]
    assert left_out == [f"－ {tmp_path}/a/scan.PNG：没有收入，文件夹里只收 .txt、.md、.docx 和 .pdf 文件。"]
    assert "失败 0 个" in out


def test_a_file_with_another_ending_is_taken_by_its_content(tmp_path):
    _, _, failed = run(write(tmp_path / "page.jpg", TEXT))
    assert not failed
    assert Page.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [TEXT.encode("gb18030"), TEXT.encode("utf-8-sig"), codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")],
    ids=["gb18030", "utf-8 with mark", "utf-16"],
)
def test_the_encoding_is_found_out(tmp_path, data):
    _, _, failed = run(write(tmp_path / "a.txt", data))
    assert not failed
    assert Page.objects.get().text == TEXT


def test_the_pages_of_a_pdf_and_a_docx_go_in_one_by_one(tmp_path):
    write(
        tmp_path / "a.pdf", make_pdf([(72, 700, 12, "工会把清凉送到一线。")], [(72, 700, 12, "职工走进了新的车间。")])
    )
    write(tmp_path / "b.docx", make_docx("工会送来温暖", "本报讯 近日，工会走进车间。"))
    out, _, failed = run(tmp_path)
    assert not failed
    assert "收入 3 版 3 篇" in out
    names = list(Page.objects.order_by("pk").values_list("source_name", flat=True))
    assert names == ["a.pdf 第 1 页", "a.pdf 第 2 页", "b.docx"]


def test_the_same_page_again_changes_nothing_and_says_so(tmp_path):
    page = write(tmp_path / "a.txt", TEXT)
    run(page)
    out, _, failed = run(page, publish=True)
    assert not failed
    assert "已在档案中" in out
    assert "收入 0 版 0 篇；已有 1 版" in out
    assert Article.objects.get().status == "draft"


def test_bad_files_are_named_with_the_reason_and_the_others_go_in(tmp_path):
    write(tmp_path / "good.txt", TEXT)
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00")
    write(tmp_path / "broken.txt", "第一行\n工会职工".encode()[:-1])
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    out, err, failed = run(tmp_path, tmp_path / "missing.txt", publish=True)
    assert failed
    for line in (
        "empty.txt：文件是空的",
        "picture.txt：是图片",
        "broken.txt：编码有误（第 2 行）",
        "dangling.txt：链接指向的文件不存在",
        "large.txt：文字太长：一个版面的文字不超过 2 MB",
        "missing.txt：没有这个文件",
        "有 6 个文件没有收入",
    ):
        assert line in err
    assert "收入 1 版 1 篇" in out
    assert Article.objects.get().status == "published"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    write(tmp_path / "closed.txt", TEXT).chmod(0)
    _, err, failed = run(tmp_path)
    assert failed
    assert "closed.txt：无法读取" in err


def test_a_file_name_that_is_no_text_can_be_printed_and_stored(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xb9\xa4.txt"
    Path(os.fsdecode(path)).write_text(TEXT, encoding="utf-8")
    out, _, failed = run(tmp_path)
    assert not failed
    assert out.encode()
    assert Page.objects.get().source_name.endswith(".txt")


def test_missing_reference_data_is_said(tmp_path):
    Province.objects.all().delete()
    _, err, failed = run(write(tmp_path / "a.txt", TEXT))
    assert not failed
    assert "load_reference" in err
