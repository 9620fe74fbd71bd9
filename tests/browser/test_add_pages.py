"""An editor hands in files and pastes a text, and sees what became of them."""

import pytest
from playwright.sync_api import expect

from archive.intake.decode import MAX_BYTES
from tests.archive.intake.made_up_files import PNG, make_docx, make_pdf
from tests.browser.conftest import log_in
from tests.browser.looking import look_faults
from tests.browser.watching import accessibility_faults

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
    assert look_faults(page, "desk-job") == []
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


def test_an_unknown_newspaper_of_many_files_is_asked_about_and_the_files_stay_chosen(open_tab, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT.replace("图书角", "裁缝铺"))
    page = open_tab(ADDRESS)
    page.get_by_label("选择文件").set_input_files(tmp_path / "page.txt")
    files = page.locator("[data-drop-zone]")
    files.get_by_label("报纸").fill("乡镇小报")
    files.get_by_label("日期").fill("2014-05-01")
    files.get_by_role("button", name="收下文件").click()
    expect(files.get_by_role("combobox", name="报纸")).to_be_focused()
    expect(files.get_by_role("alert")).to_contain_text("档案里还没有这份报纸")
    files.get_by_label("新加这份报纸").check()
    files.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-items")).to_contain_text("乡镇小报 2014年5月1日", timeout=MILLISECONDS_TO_WAIT)


def test_without_scripts_a_text_is_pasted_and_its_job_can_be_followed(open_page, editor_login):
    page = open_page(ADDRESS, storage_state=editor_login, java_script_enabled=False)
    page.get_by_label("版面文字").fill(TEXT)
    page.locator("[data-keep]").get_by_label("日期").fill("2014年")
    page.get_by_role("button", name="收下文字").click()
    # The screen comes anew every few seconds by itself.
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    expect(page.locator(".job-items")).to_contain_text("报纸不详 2014年")


def test_a_pasted_text_survives_a_closed_tab_and_goes_when_it_is_thrown_away(open_tab):
    page = open_tab(ADDRESS)
    page.get_by_label("版面文字").fill(TEXT)
    page.get_by_label("版次").fill("4")
    expect(page.get_by_text("留在这台电脑上，收下以后才清掉")).to_be_visible()
    again = page.context.new_page()
    page.close()
    again.goto(ADDRESS)
    expect(again.get_by_label("版面文字")).to_have_value(TEXT)
    expect(again.get_by_label("版次")).to_have_value("4")
    again.get_by_role("button", name="清空").click()
    again.reload()
    expect(again.get_by_label("版面文字")).to_have_value("")


def test_a_text_that_is_longer_than_a_page_is_not_pasted_and_what_was_typed_stays(open_page, editor_login):
    page = open_page(ADDRESS, storage_state=editor_login, permissions=["clipboard-read", "clipboard-write"])
    box = page.get_by_label("版面文字")
    paste(page, "工会\n" * 300_000)
    expect(page.get_by_role("alert")).to_contain_text("这段文字有 900,000 字，没有贴进来：一个版面的文字不超过 2 MB")
    expect(box).to_have_value("")
    box.press_sequentially("工会")
    expect(page.get_by_role("alert")).to_have_count(0)
    paste(page, "工" * (MAX_BYTES // 3))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(box).to_have_value("工会")
    box.press("Control+a")
    paste(page, "工" * (MAX_BYTES // 3))
    expect(page.get_by_role("alert")).to_have_count(0)
    assert len(box.input_value()) == MAX_BYTES // 3
    page.get_by_role("button", name="清空").click()


def paste(page, text):
    """Paste a text as a person does, by the keyboard, into the box for a page's text."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.get_by_label("版面文字").press("Control+v")


def test_what_was_sent_without_a_network_or_a_login_stays_and_is_sent_again(open_tab, archive, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT.replace("图书角", "洗衣房"))
    page = open_tab(ADDRESS)
    page.get_by_label("选择文件").set_input_files(tmp_path / "page.txt")
    files = page.locator("[data-drop-zone]")
    page.context.set_offline(True)
    files.get_by_role("button", name="收下文件").click()
    expect(files.get_by_role("status")).to_contain_text("服务器没有回答")
    page.context.set_offline(False)
    page.context.clear_cookies(name="sessionid")
    files.get_by_role("button", name="收下文件").click()
    expect(files.get_by_role("status")).to_contain_text("登录已过期")
    with page.context.expect_page() as opened:
        files.get_by_role("link", name="登录").click()
    log_in(opened.value, archive.editor, archive.password)
    opened.value.wait_for_url("**/")
    files.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-line")).to_contain_text("完成 1", timeout=MILLISECONDS_TO_WAIT)


def test_what_is_wrong_with_a_pasted_text_is_said_at_its_field(open_tab):
    page = open_tab(ADDRESS)
    page.get_by_label("版面文字").fill(TEXT)
    date = page.locator("[data-keep]").get_by_label("日期")
    date.fill("某日")
    page.get_by_role("button", name="收下文字").click()
    expect(page.get_by_role("alert")).to_contain_text("看不懂这个日期")
    expect(page.get_by_label("版面文字")).to_have_value(TEXT)
    date.fill("2014")
    page.get_by_role("button", name="收下文字").click()
    page.wait_for_url("**/desk/jobs/*/")
    page.goto(ADDRESS)
    expect(page.get_by_label("版面文字")).to_have_value("")
