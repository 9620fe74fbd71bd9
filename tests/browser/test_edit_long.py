"""An editor at an article longer than a window: what is saved and decided leaves the screen where it is."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.archive import Archive
from tests.browser.pressing import press

ROAD = [f"走到第{at}个弯道，养路工放下铁锹，说起这一段路的塌方和雨雪。\n\n" for at in range(20)]
PAGE = f"""四川工人日报 2012年5月8日 第2版

# 山路上的修路人

□本报记者 李大川

本报讯 五月的清晨，四川宜宾市总工会的慰问车开进大山，送来手套、雨衣和热茶。

{"".join(ROAD[:12])}养路工的孩子也等来了好消息：今年的金秋助学已经开始报名。

{"".join(ROAD[12:])}"""


@pytest.fixture(scope="module")
def draft(archive: Archive, tmp_path_factory) -> str:
    """Import a page; return the address of its draft, which has many facts."""
    path = tmp_path_factory.mktemp("pages") / "long.txt"
    path.write_text(PAGE)
    archive.shell.manage("import_pages", str(path))
    with closing(sqlite3.connect(archive.data_dir / "archive.sqlite3", timeout=30)) as connection:
        query = "SELECT id FROM archive_article WHERE headline = '山路上的修路人'"
        return f"/desk/articles/{connection.execute(query).fetchone()[0]}/"


def test_after_a_save_the_editor_goes_on_typing_at_the_same_place(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    body = page.get_by_label("正文")
    body.evaluate("field => { field.focus(); field.setSelectionRange(40, 40); field.scrollTop = 60 }")
    page.evaluate("scrollTo(0, 400)")
    page.keyboard.type("雪")
    top = body.bounding_box()["y"]
    press(page, "Control+s")
    expect(page.locator("[data-save-state]")).to_contain_text("已保存：山路上的修路人")
    expect(body).to_be_focused()
    assert body.evaluate("field => [field.selectionStart, field.scrollTop]") == [41, 60]
    assert abs(body.bounding_box()["y"] - top) <= 1
    page.keyboard.type("雨")
    assert body.input_value()[40:42] == "雪雨"
    page.evaluate("scrollTo(0, 300)")
    page.locator(".edit-bar [value=save]").click()
    expect(page.locator("[data-save-state]")).to_contain_text("已保存：山路上的修路人")
    assert abs(page.evaluate("scrollY") - 300) <= 20  # what the bar says may be a line more


def test_a_fact_whose_words_are_out_of_sight_is_decided_by_one_click(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    page.wait_for_load_state()
    choice = page.locator("[data-words*=金秋助学] [value=rejected]")
    choice.hover()
    assert page.evaluate("scrollY") == 0
    page.mouse.down()
    page.mouse.up()
    expect(choice).to_be_checked()
    assert page.evaluate("scrollY") == 0
    assert page.evaluate("[...CSS.highlights.get('evidence')][0].getBoundingClientRect().bottom <= innerHeight")


def test_a_long_headline_is_seen_whole_and_enter_leaves_it_one_line(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    headline = page.locator("[name=headline]")
    lines = "field => [field.scrollHeight <= field.clientHeight + 1, field.clientHeight]"
    _, height_of_one = headline.evaluate(lines)
    headline.fill("修路人" * 30)
    is_whole, height = headline.evaluate(lines)
    assert is_whole
    assert height > 2 * height_of_one
    headline.press("Enter")
    assert "\n" not in headline.input_value()
