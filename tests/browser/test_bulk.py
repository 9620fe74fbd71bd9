"""An editor imports a table, changes what came in all at once, and takes the change back."""

import io
from random import Random

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import press

MILLISECONDS_TO_WAIT = 20_000
HEADINGS = ["报纸", "日期", "主题", "正文", "地区", "状态"]
CHARACTERS = "工会干部走进车间工地慰问职工送去药品饮料毛巾听取意见帮助解决困难学校医院道路桥梁春夏秋冬城市乡村山水花木"


def make_text(name: str, number: int) -> str:
    """Return a text that no other report has, nor anything like it."""
    return f"本报讯 {name}{''.join(Random(f'{name}{number}').choices(CHARACTERS, k=80))}。"


def make_table(name: str) -> dict[str, object]:
    """Return a workbook to be chosen: three reports, and one with a date that nobody can read."""
    workbook = Workbook()
    workbook.active.append(HEADINGS)
    for number in (1, 2, 3):
        row = ["样报", f"2015-05-0{number}", f"{name}之{number}", make_text(name, number), "泸州", ""]
        workbook.active.append(row)
    workbook.active.append(["样报", "去年五月", f"{name}之末", make_text(name, 4), "乌有市", ""])
    workbook.active.merge_cells("A2:A5")
    file = io.BytesIO()
    workbook.save(file)
    return {"name": f"{name}.xlsx", "mimeType": "application/octet-stream", "buffer": file.getvalue()}


def check_table(page, name):
    page.get_by_label("选择表格").set_input_files([make_table(name)])
    page.get_by_role("button", name="检查").click()
    expect(page.get_by_role("heading", name=f"{name}.xlsx")).to_be_visible()


def import_table(page, name):
    check_table(page, name)
    page.get_by_role("button", name="收下").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)


def test_a_table_is_checked_imported_and_imported_again_without_harm(open_page, editor_login):
    page = open_page("/desk/import/", storage_state=editor_login)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载样表 XLSX").click()
    assert download.value.suggested_filename == "articles.xlsx"
    assert look_faults(page, "desk-import") == []
    check_table(page, "五月见闻")
    problems = page.locator(".import-row")
    expect(problems).to_have_count(1)
    expect(problems).to_contain_text("看不懂这个日期")
    expect(problems).to_contain_text("没有叫“乌有市”的地区")
    assert look_faults(page, "desk-import-check") == []
    first_letter = "name => getComputedStyle(name, '::first-letter').textTransform"
    assert page.locator("h1").evaluate(first_letter) == "none"  # the file is called as the editor called it
    page.get_by_role("link", name="新稿件").click()
    expect(page.locator(".import-row")).to_have_count(3)
    page.get_by_role("button", name="收下没有问题的 3 行").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    expect(page.locator(".job-line")).to_contain_text("完成 3 · 失败 1")
    page.goto("/desk/import/")
    check_table(page, "五月见闻")
    expect(page.get_by_role("link", name="已有，不变 3")).to_be_visible()
    expect(page.get_by_role("button", name="收下")).to_have_count(0)


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_what_came_in_is_changed_at_once_and_changed_back(open_page, editor_login, java_script_enabled):
    name = "车间新事" if java_script_enabled else "街头新事"
    page = open_page("/desk/import/", storage_state=editor_login, java_script_enabled=java_script_enabled)
    import_table(page, name)
    page.goto("/desk/change/")
    page.get_by_label("文字").fill(name)
    page.get_by_role("button", name="找", exact=True).click()
    expect(page.get_by_role("checkbox")).to_have_count(3)
    if java_script_enabled:
        assert look_faults(page, "desk-change") == []
    page.get_by_label("改成的状态").select_option(label="已发布")
    page.get_by_label("找到的全部 3 篇").check()
    page.get_by_role("button", name="预览").first.click()
    expect(page.locator(".effect")).to_have_count(3)
    expect(page.locator(".effect").first).to_contain_text("草稿")
    expect(page.locator(".effect").first).to_contain_text("已发布")
    if java_script_enabled:
        assert look_faults(page, "desk-change-preview") == []
    page.get_by_role("button", name="改这 3 篇").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    page.goto(f"/search/?q={name}")
    expect(page.locator("h1")).to_contain_text("3")
    page.goto("/desk/changes/")
    page.get_by_role("button", name="撤销：改状态：已发布").first.click()
    expect(page.locator(".job-line")).to_contain_text("完成 3", timeout=MILLISECONDS_TO_WAIT)
    page.goto("/desk/changes/")
    expect(page.locator(".change").first).to_contain_text("改回 3 篇")
    if java_script_enabled:
        assert look_faults(page, "desk-changes") == []


def test_a_change_is_chosen_and_looked_at_by_keyboard_alone(open_page, editor_login):
    page = open_page("/desk/change/?q=工会&status=published", storage_state=editor_login)
    page.get_by_label("项目的名称").press_sequentially("送清凉")
    expect(page.get_by_label("加项目")).to_be_checked()
    page.get_by_role("checkbox").first.focus()
    press(page, "Space")
    expect(page.locator("[data-chosen-count]")).to_have_text("选了 1 篇")
    page.get_by_role("button", name="预览").first.press("Enter")
    expect(page.get_by_role("heading", name="加项目：送清凉")).to_be_visible()
    page.get_by_role("button", name="回去修改").press("Enter")
    expect(page.get_by_label("项目的名称")).to_have_value("送清凉")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)


def test_places_are_offered_while_one_is_typed(open_page, editor_login):
    page = open_page("/desk/change/?q=工会", storage_state=editor_login)
    page.get_by_label("地区的名称").press_sequentially("泸州")
    expect(page.locator("#places option").first).to_have_attribute("value", "泸州市（四川省）")
    expect(page.get_by_label("加地区")).to_be_checked()
