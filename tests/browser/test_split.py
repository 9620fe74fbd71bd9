"""A page is split by keyboard alone, by mouse, and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import hold, press
from tests.browser.splitting import (
    article_of,
    chips,
    done,
    looks,
    open_split,
    page_of_many_articles,
    state,
    waiting_page,
)
from tests.browser.watching import accessibility_faults


@pytest.fixture
def address(archive):
    return waiting_page(archive)


@pytest.fixture
def page(open_page, address, editor_login):
    return open_split(open_page, address, editor_login)


def test_undone_by_key_leads_back_from_where_it_was_asked_for_and_nobody_who_has_gone_on(page):
    press(page, "j", "x", "j", "x", "j", "j")
    done(page, "第 5 行是小标题")
    press(page, "z", "z")
    done(page, "撤销：第 3 行是小标题")
    expect(page.locator("#pick-3")).to_be_focused()
    press(page, "x")
    done(page, "第 3 行是小标题")
    held = []
    page.route("**/split/", lambda route: held.append(route), times=1)
    with page.expect_request("**/split/"):
        press(page, "z")
    press(page, "ArrowDown")
    expect(page.locator("#pick-5")).to_be_focused()
    held.pop().continue_()
    done(page, "撤销：第 3 行是小标题")
    expect(page.locator("#pick-5")).to_be_focused()


def test_a_page_is_split_by_keyboard_alone(page):
    press(page, *["Shift+ArrowDown"] * 7, "d")
    done(page, "第 1、3、5、7 等 8 行不属于稿件")
    press(page, *["ArrowUp"] * 7, "n")
    done(page, "第 1 行成为新的一篇")
    press(page, "h", "j", "Shift+J", "Shift+J", "1")
    done(page, "第 3、5、7 行归入第 1 篇")
    press(page, "k", "p", "c")
    done(page, "第 5 行是图片说明")
    press(page, "k", "Enter")
    done(page, "第 3 行后接第 7 行")
    press(page, "j", "j", "j", "n", "y", "h")
    done(page, "第 9 行是主题")
    press(page, "j", "2", "j", "f")
    page.keyboard.type("9")
    press(page, "Enter")
    done(page, "第 13 行与第 9 行重复")
    expect(page.locator("#pick-13")).to_be_focused()
    assert chips(page) == ["1 3⇢7 5", "9 11"]
    press(page, "Control+Enter")
    page.wait_for_url("**/desk/articles/*/")
    expect(page.locator("#edit-headline")).to_have_value("河湾市总工会把夜校办进车间")


def test_every_step_is_undone_and_done_again_also_after_a_reload(page):
    first = chips(page)
    press(page, "j", "j", "2")
    done(page, "第 5 行归入第 2 篇")
    press(page, "]")
    done(page, "第 5 行下移")
    page.reload()
    assert chips(page) == ["1 3 7", "9 11 5"]
    press(page, "z")
    done(page, "撤销：第 5 行下移")
    press(page, "Control+z")
    done(page, "撤销：第 5 行归入第 2 篇")
    expect(page.locator("#pick-5")).to_be_focused()
    assert chips(page) == first
    expect(page.locator("#split-undo")).to_be_disabled()
    page.reload()
    press(page, "Shift+Z")
    done(page, "重做：第 5 行归入第 2 篇")
    press(page, "Control+Shift+Z")
    done(page, "重做：第 5 行下移")
    expect(page.locator("#pick-5")).to_be_focused()
    assert chips(page) == ["1 3 7", "9 11 5"]


def test_very_many_articles_are_numbered_anew_without_being_sent_anew(open_page, archive, editor_login):
    page = open_page(page_of_many_articles(archive), storage_state=editor_login)
    page.locator("#line-77 label").click()
    press(page, "Escape", "v")
    done(page, "第 20 篇并入第 19 篇")
    press(page, "0", "2", "0")
    done(page, "第 77 行归入第 20 篇")
    page.locator("#panel-more-50 summary").click()
    page.locator("#panel-up-50").click()
    done(page, "第 49 篇改为第 48 篇")
    assert (article_of(page, 81), article_of(page, 77), article_of(page, 197)) == ("20", "20", "48")
    stepped = looks(page)
    page.reload()
    assert looks(page) == stepped
    press(page, "z")
    done(page, "撤销：第 49 篇改为第 48 篇")
    press(page, "z")
    done(page, "撤销：第 77 行归入第 20 篇")
    press(page, "z")
    done(page, "撤销：第 20 篇并入第 19 篇")
    undone = looks(page)
    page.reload()
    assert looks(page) == undone


def test_keys_follow_one_another_faster_than_the_server_answers(page):
    press(page, "x", "j", "c", "j", "2", "j", "1", "j", "d", "j", "o", "j", "j", "u")
    done(page, "第 15 行暂不归入")
    expect(page.locator("#line-1 .line-role")).to_have_text("小标题")
    expect(page.locator("#line-9 .line-role")).to_have_text("不属于稿件")
    assert [article_of(page, line) for line in (3, 5, 7)] == ["1", "2", "1"]


def test_a_held_key_goes_on_from_line_to_line_and_asks_for_one_step(page):
    hold(page, "j")
    press(page, "n", "d")
    hold(page, "z")
    done(page, "撤销：第 7 行不属于稿件")
    assert chips(page) == ["1 3 5", "7", "9 11"]


def test_a_page_down_passes_over_no_line(open_page, address, editor_login):
    page = open_split(open_page, address, editor_login, viewport={"width": 1440, "height": 400})
    covered = page.evaluate("scrollY + document.querySelector('.split-tools').getBoundingClientRect().top")
    page.evaluate("() => { window.scrolled = new Promise(end => { onscrollend = () => end(scrollY) }) }")
    press(page, "PageDown")
    assert page.evaluate("scrolled") <= covered


def test_lines_and_articles_are_clicked(page):
    page.locator("#line-5 .line-text").click()
    page.locator("#line-7 .line-text").click()
    page.get_by_role("button", name="归入第 2 篇").click()
    done(page, "第 5、7 行归入第 2 篇")
    page.locator("#panel-read-2").click()
    expect(page.locator(".reading")).to_contain_text("图为夜校学员在练习焊接。")
    page.locator(".reading [data-go='7']").click()
    expect(page.locator("#pick-7")).to_be_focused()
    page.locator("#panel-more-2 > summary").click()
    page.get_by_role("button", name="提前").click()
    done(page, "第 2 篇改为第 1 篇")
    assert article_of(page, 9) == "1"
    page.locator("#panel-more-1 > summary").click()
    page.get_by_role("button", name="取消这一篇").last.click()
    done(page, "取消第 2 篇")
    expect(page.locator("#line-1 .line-role")).to_have_text("还没有归入")


def test_a_line_that_is_being_moved_stays_marked_and_is_named(page):
    line = page.locator("#line-5")
    press(page, "j", "j", "n", "m")
    expect(page.locator("#tool-give-3")).to_be_visible()  # the answer to the step before is there
    expect(page.locator("#tool-target")).to_be_focused()
    expect(line).to_have_css("outline-style", "solid")
    press(page, "Escape", "j", "m")
    expect(state(page)).to_have_text("第 7 行移到…前")
    expect(line).to_have_css("outline-style", "none")
    press(page, "Escape")
    expect(state(page)).to_have_text("")
    press(page, "Space", "k", "Space", "m")
    expect(state(page)).to_have_text("第 5、7 行移到…前")
    press(page, "3", "Enter")
    done(page, "第 5、7 行移到第 3 行前")


def test_articles_are_merged_and_split_by_key(page):
    press(page, *["j"] * 4, "v")
    done(page, "第 2 篇并入第 1 篇")
    assert chips(page) == ["1 3 5 7 9 11"]
    press(page, "t")
    done(page, "从第 9 行起另成一篇")
    assert chips(page) == ["1 3 5 7", "9 11"]


def test_the_keys_are_listed_and_can_be_switched_off(page):
    press(page, "?")
    keys = page.get_by_role("dialog")
    expect(keys).to_contain_text("归入第几篇")
    assert accessibility_faults(page) == []
    keys.get_by_label("用这些按键").uncheck()
    press(page, "Escape")
    expect(keys).to_be_hidden()
    expect(page.locator("#pick-1")).to_be_focused()
    press(page, "d", "j")
    expect(page.locator("#pick-1")).to_be_focused()
    assert article_of(page, 1) == "1"


def test_without_scripts_lines_are_ticked_and_buttons_pressed(open_page, address, editor_login):
    page = open_page(address, storage_state=editor_login, java_script_enabled=False)
    page.locator("#pick-5").check()
    page.locator("#pick-7").check()
    page.get_by_role("button", name="归入第 2 篇").click()
    expect(page.get_by_role("status").first).to_have_text("第 5、7 行归入第 2 篇")
    page.locator("#pick-5").check()
    page.get_by_text("次序、接续、缺文、重复").click()
    page.get_by_label("另一行的行号").fill("11")
    page.get_by_role("button", name="移到它前面").click()
    expect(page.get_by_role("status").first).to_have_text("第 5 行移到第 11 行前")
    assert chips(page) == ["1 3", "9 7 5 11"]
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_role("status").first).to_have_text("撤销：第 5 行移到第 11 行前")
    assert chips(page) == ["1 3", "9 5 7 11"]
    page.get_by_role("button", name="定稿 2 篇").click()
    page.get_by_role("button", name="仍然定稿").click()
    page.wait_for_url("**/desk/articles/*/")


def test_the_screen_is_sound_in_every_window(page, open_page, editor_login):
    press(page, ".", "r")
    expect(page.locator(".reading")).to_be_visible()
    page.locator("#tool-more > summary").click()
    assert look_faults(page, "desk-split") == []


def test_a_finished_page_is_sound_and_can_be_opened_again(page, address):
    press(page, "Control+Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    press(page, "Control+Enter")
    page.wait_for_url("**/desk/articles/*/")
    page.goto(address)
    assert look_faults(page, "desk-split-finished") == []
    page.get_by_role("button", name="重新拆版").click()
    expect(page.locator("#pick-1")).to_be_focused()
