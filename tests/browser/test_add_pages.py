"""An editor hands in files and pastes a text, and sees what became of them."""

import pytest
from playwright.sync_api import expect

from tests.archive.intake.made_up_files import PNG, make_docx, make_pdf
from tests.browser.watching import NARROW, accessibility_faults, overflow

MILLISECONDS_TO_WAIT = 15_000
ADDRESS = "/desk/pages/add/"
TEXT = "# 车间里的图书角\n\n本报讯 近日，一家工厂的工会在车间里办起了图书角，职工下班后都来看书。\n"
LINE = (72, 700, 12, "工会把清凉送到了职工手中。")


@pytest.fixture
def files(tmp_path):
    """Return the paths of some files, good and bad."""
    contents = {
        "一版.txt": TEXT.replace("图书角", "医务室").encode("gb18030"),
        "两版.pdf": make_pdf([LINE], [(72, 700, 12, "又一个版面上的文字在这里。")]),
        "其实是图片.txt": PNG,
        "多余.docx": make_docx("这一份不交了。"),
        "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的名字.txt": b"",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return [str(tmp_path / name) for name in contents]


def test_files_are_chosen_taken_out_handed_in_and_their_outcome_shows_by_itself(open_page, editor_login, files):
    page = open_page(ADDRESS, storage_state=editor_login)
    page.get_by_label("选择文件").set_input_files(files[:2])
    page.get_by_label("选择文件").set_input_files(files[1:])
    expect(page.locator("[data-chosen-files] li")).to_have_count(5)
    page.get_by_role("button", name="去掉 多余.docx").click()
    expect(page.get_by_role("button", name="去掉 很长")).to_be_focused()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    expect(page.locator(".job-line")).to_contain_text("共 4 项 · 完成 2 · 失败 2")
    expect(page.locator(".job-item", has_text="其实是图片.txt")).to_contain_text("是图片，不是文字。")
    expect(page.locator(".job-item", has_text="两版.pdf").locator(".job-item-links li")).to_have_count(2)
    expect(page.get_by_role("button", name="停止")).to_have_count(0)
    for viewport in (NARROW, {"width": 1440, "height": 900}):
        page.set_viewport_size(viewport)
        assert overflow(page) == 0
        assert accessibility_faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="下载报告").click()
    assert "其实是图片.txt" in download.value.path().read_text(encoding="utf-8-sig")


def test_files_that_are_dropped_are_listed_and_too_many_are_not_sent(open_page, editor_login):
    page = open_page(ADDRESS, storage_state=editor_login)
    page.evaluate(
        """() => {
            const dataTransfer = new DataTransfer();
            for (let n = 0; n < 301; n += 1) dataTransfer.items.add(new File(["工会"], `${n}.txt`));
            document.querySelector("[data-drop-zone]").dispatchEvent(new DragEvent("drop", { dataTransfer }));
        }"""
    )
    expect(page.locator("[data-chosen-files] li")).to_have_count(301)
    page.get_by_role("button", name="收下文件").click()
    expect(page.get_by_role("alert")).to_contain_text("一次最多交 300 个文件")
    assert page.url.endswith(ADDRESS)
    page.get_by_role("button", name="去掉 300.txt").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_without_scripts_a_text_is_pasted_and_its_job_can_be_followed(open_page, editor_login):
    page = open_page(ADDRESS, storage_state=editor_login, java_script_enabled=False)
    page.get_by_label("版面文字").fill(TEXT)
    page.get_by_label("报纸").fill("样报")
    page.get_by_label("日期").fill("2014年")
    page.get_by_role("button", name="收下文字").click()
    # The screen comes anew every few seconds by itself.
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    expect(page.locator(".job-items")).to_contain_text("样报 2014年")
