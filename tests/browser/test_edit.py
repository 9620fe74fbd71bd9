"""An editor at an article: confirms by keys, types, is interrupted in every way, loses nothing, publishes."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.browser.archive import Archive
from tests.browser.conftest import log_in
from tests.browser.looking import look_faults
from tests.browser.pressing import decide_at_once, look, press

PAGE = """工人日报 2013年9月23日 第4版

# {0}车间里的读书会

□本报记者 王小明

本报讯 近日，四川泸州市总工会在{0}车间办起读书会，金秋助学的学生也来参加。

# {0}班组的合唱队

本报讯 近日，四川泸州市总工会为{0}班组请来老师，职工合唱队开始排练。
"""
PASSWORD = "a-password-of-tests"
SECOND = """
from django.contrib.auth.models import User
User.objects.create_superuser("second-saver", password="{}")
"""


@pytest.fixture(scope="module")
def drafts(archive: Archive, tmp_path_factory) -> Iterator[str]:
    """Import a page for each test; return the addresses of the first of its two drafts."""
    folder = tmp_path_factory.mktemp("pages")
    words = [f"{number}号" for number in range(1, 17)]
    for word in words:
        (folder / f"{word}.txt").write_text(PAGE.format(word))
    archive.shell.manage("import_pages", str(folder))
    with closing(sqlite3.connect(archive.data_dir / "archive.sqlite3", timeout=30)) as connection:
        keys = dict(
            connection.execute("SELECT headline, id FROM archive_article WHERE headline LIKE '%号车间里的读书会'")
        )
    return iter([f"/desk/articles/{keys[f'{word}车间里的读书会']}/" for word in words])


@pytest.fixture
def draft(drafts: Iterator[str]) -> str:
    """Return the address of a draft that no other test has."""
    return next(drafts)


def headline(page: Page):
    return page.get_by_label("主题", exact=True)


def state(page: Page):
    return page.locator("[data-save-state]")


def test_facts_are_confirmed_by_one_key_each_and_the_next_draft_comes(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    count = page.locator("[data-unconfirmed-count]")
    expect(page.get_by_role("checkbox").first).to_be_focused()
    unconfirmed = int(count.inner_text().split()[0])
    assert unconfirmed >= 5  # date, genre, place, programme, person
    press(page, "a")
    expect(count).to_contain_text(f"{unconfirmed - 1} 处未核对")
    press(page, "Enter")
    press(page, "r")
    expect(page.locator(".fact").first.get_by_label("不对", exact=True)).to_be_checked()
    warning = count.evaluate("element => getComputedStyle(element).color")
    press(page, "Shift+A")
    expect(count).to_have_text("都核对过了")
    expect(count).not_to_have_css("color", warning)
    press(page, "Control+Enter")
    page.wait_for_url("**/desk/articles/*/")
    expect(headline(page)).to_have_value(re.compile("号班组的合唱队"))
    page.go_back()
    expect(count).to_have_text("都核对过了")


def test_a_second_press_does_not_submit_the_next_draft_unread(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    decide_at_once(page, "{shiftKey: true}")
    press(page, "Control+Shift+Enter")
    expect(page.locator(".notices")).to_contain_text("已送审")
    expect(state(page)).to_contain_text("先看一眼，再按一次")
    look(page)
    expect(headline(page)).to_have_value(re.compile("号班组的合唱队"))
    expect(page.locator(".edit-status")).to_have_text("草稿")


def test_letters_confirm_nothing_outside_the_facts(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    before = page.locator("[data-unconfirmed-count]").inner_text()
    headline(page).focus()
    press(page, "a")
    page.locator("h1").click()
    press(page, "a")
    expect(page.locator("[data-unconfirmed-count]")).to_have_text(before)
    press(page, "F2")
    expect(page.get_by_role("checkbox").first).to_be_focused()


def test_one_key_goes_from_one_unconfirmed_fact_to_the_next_and_round_again(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    date, genre = (page.get_by_role("checkbox").nth(at) for at in (0, 1))
    expect(date).to_be_focused()
    press(page, "F2")
    expect(genre).to_be_focused()
    unconfirmed = int(page.locator("[data-unconfirmed-count]").inner_text().split()[0])
    press(page, *["F2"] * (unconfirmed - 1))
    expect(date).to_be_focused()
    page.get_by_label("体裁").focus()
    press(page, "F2")
    expect(page.locator(".fact").first.locator("[value=found]")).to_be_focused()


def test_the_preview_follows_and_a_reload_finds_what_was_typed(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    headline(page).fill("改过的题目")
    expect(page.locator(".preview-headline")).to_have_text("改过的题目")
    expect(state(page)).to_contain_text("已暂存")
    page.reload()
    expect(headline(page)).to_have_value("改过的题目")
    expect(page.locator(".edit-kept")).to_contain_text("还没有保存的内容")
    expect(page.locator("[data-local-notice]")).to_be_hidden()
    assert look_faults(page, "edit-kept") == []
    page.get_by_role("button", name="丢弃，回到已保存的稿件").click()
    expect(headline(page)).to_have_value(re.compile("号车间里的读书会"))


def test_the_words_of_a_fact_are_marked_by_key(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    press(page, "w")  # the date stands in the page's original text
    expect(page.locator("[data-original]")).to_have_attribute("open", "")
    marked = "[...CSS.highlights.get('evidence')].map(range => range.toString()).join()"
    assert page.evaluate(marked) == "工人日报 2013年9月23日 第4版"
    page.locator("[data-words*=泸州] [value=found]").focus()
    assert "泸州" in page.evaluate(marked)


def test_a_place_is_chosen_from_what_is_offered_and_added_by_enter(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    field = page.get_by_label("加地区")
    field.press_sequentially("宜宾")
    expect(page.locator("#choices-places option").first).to_have_attribute("value", "宜宾市（四川省）")
    field.fill("宜宾市（四川省）")
    field.press("Enter")
    expect(page.locator(".fact", has_text="宜宾市").get_by_label("对", exact=True)).to_be_checked()
    expect(page.get_by_label("加地区")).to_be_focused()


def test_a_tab_that_is_closed_at_once_loses_nothing(open_tab, draft):
    path = draft
    page = open_tab(path)
    page.context.set_offline(True)
    headline(page).fill("没来得及的题目")
    expect(state(page)).to_contain_text("服务器没有回答")
    page.close()
    again = page.context.new_page()
    page.context.set_offline(False)
    again.goto(path)
    if headline(again).input_value() != "没来得及的题目":  # else what the tab sent at its end has just come through
        again.get_by_role("button", name="取回").click()
    expect(again.locator(".edit-kept")).to_be_visible()
    expect(headline(again)).to_have_value("没来得及的题目")


def test_when_the_network_is_back_it_is_kept_by_itself(open_tab, draft):
    page = open_tab(draft)
    page.context.set_offline(True)
    headline(page).fill("断网时的题目")
    expect(state(page)).to_contain_text("服务器没有回答")
    page.context.set_offline(False)
    expect(state(page)).to_contain_text("已暂存")


def test_after_a_login_in_another_tab_the_same_page_saves(open_tab, archive, draft):
    page = open_tab(draft)
    page.context.clear_cookies(name="sessionid")
    headline(page).fill("登录过期时的题目")
    press(page, "Control+s")
    expect(state(page)).to_contain_text("登录已过期")
    with page.context.expect_page() as opened:
        state(page).get_by_role("link").click()
    log_in(opened.value, archive.editor, archive.password)
    opened.value.wait_for_url("**/")
    page.bring_to_front()
    press(page, "Control+s")
    expect(page.locator(".notices")).to_contain_text("已保存：登录过期时的题目")


def test_two_savers_are_shown_each_others_change(open_tab, archive, draft):
    archive.shell.run(SECOND.format(PASSWORD))
    path = draft
    first = open_tab(path)
    second = open_tab(f"/login/?next={path}", storage_state=None)
    log_in(second, "second-saver", PASSWORD)
    expect(second.locator("[data-hold-notice]")).to_contain_text("editor从")
    headline(first).fill("第一个人的题目")
    press(first, "Control+s")
    expect(first.locator(".notices")).to_contain_text("已保存")
    headline(second).fill("第二个人的题目")
    press(second, "Control+s")
    expect(second.locator("h1")).to_have_text("两个人改了同一处")
    assert look_faults(second, "edit-conflict") == []
    second.get_by_label("另写成的主题").fill("两个人的题目")
    expect(second.get_by_label("另写成：")).to_be_checked()
    press(second, "Control+s")
    expect(headline(second)).to_have_value("两个人的题目")


def test_what_is_wrong_is_shown_at_its_field_which_has_the_focus(open_tab, draft):
    page = open_tab(draft)
    page.get_by_label("出版日期").fill("某日")
    press(page, "Control+s")
    expect(page.locator("#problem-date")).to_contain_text("看不懂这个日期")
    expect(page.get_by_label("出版日期")).to_be_focused()
    page.get_by_label("出版日期").fill("2013年9月")
    press(page, "Control+s")
    expect(page.locator(".notices")).to_contain_text("已保存")


def test_a_published_article_is_found(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    headline(page).fill("十一号车间书香浓")
    page.get_by_label("正文").fill("下班铃响，阅览室的灯一盏盏亮起来，书架前站满了刚摘下手套的人。")
    press(page, "Control+Alt+Enter")
    expect(page.locator(".notices")).to_contain_text("已发布：十一号车间书香浓")
    page.goto("/search/?q=“十一号车间书香浓”")
    expect(page.locator(".hit")).to_have_count(1)


def test_a_copy_is_compared_side_by_side_before_it_is_published(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login)
    press(page, "Control+Alt+Enter")
    expect(page.locator("h1")).to_contain_text("相似")
    expect(page.locator(".duplicate-text")).to_have_count(2)
    expect(page.locator(".duplicate-text :is(ins, del)").first).to_be_visible()
    assert look_faults(page, "duplicate") == []
    press(page, "j")
    expect(page.locator(".duplicate-text :is(ins, del):focus")).to_have_count(1)
    press(page, "r")
    expect(page.locator("#reason")).to_be_focused()
    press(page, "Control+Alt+Enter")  # whoever is in the reason does not mean to publish
    page.locator("#reason").blur()
    press(page, "Control+Enter")
    expect(page.locator(".notices")).to_contain_text("以后不再提醒这一对")


def test_without_scripts_it_is_looked_at_and_saved(open_page, editor_login, draft):
    page = open_page(draft, storage_state=editor_login, java_script_enabled=False)
    headline(page).fill("不用脚本的题目")
    page.get_by_role("button", name="更新预览").click()
    expect(page.locator(".preview-headline")).to_have_text("不用脚本的题目")
    page.get_by_role("button", name="保存，下一篇").click()
    expect(headline(page)).to_have_value(re.compile("号班组的合唱队"))
