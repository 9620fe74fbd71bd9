"""Buttons of the split screen that are clicked twice, and its deciding key pressed twice."""

import pytest
from playwright.sync_api import expect

from tests.browser.pressing import click_twice, decide_at_once, look, press
from tests.browser.splitting import chips, done, listen, open_split, state, told, waiting_page


@pytest.fixture
def address(archive):
    return waiting_page(archive)


@pytest.fixture
def page(open_page, address, editor_login):
    return open_split(open_page, address, editor_login)


@pytest.mark.parametrize("pause", [0, 200])
@pytest.mark.parametrize(
    ("inside", "button", "words", "lines"),
    [
        ("#tool-more", "#tool-whole", "第 5 行到此为止，没有缺文", ["1 3 5 7", "9 11"]),
        ("", "#tool-new", "第 5 行成为新的一篇", ["1 3 7", "5", "9 11"]),
        ("", "#tool-noise", "第 5 行不属于稿件", ["1 3 7", "9 11"]),
        ("#panel-more-2", "#panel-merge-up-2", "第 2 篇并入第 1 篇", ["1 3 5 7 9 11"]),
    ],
)
def test_a_step_that_is_clicked_twice_is_taken_and_told_once(page, inside, button, words, lines, pause):
    page.locator("#line-5 label").click()
    if inside:
        page.locator(f"{inside} > summary").click()
    listen(page)
    click_twice(page, button, pause)
    assert told(page) == [words]
    assert chips(page) == lines


@pytest.mark.parametrize("pause", [0, 200])
def test_a_second_click_moves_the_same_lines_further(page, pause):
    page.locator("#tool-more > summary").click()
    page.locator("#line-3 label").click()
    press(page, "j")
    listen(page)
    click_twice(page, "#tool-down", pause)
    assert told(page) == ["第 3 行下移", "第 3 行下移"]
    assert chips(page) == ["1 5 7 ↷3", "9 11"]


@pytest.mark.parametrize("pause", [0, 200])
def test_a_second_click_that_finds_nothing_more_to_do_says_nothing(open_tab, address, pause):
    page = open_tab(address)
    page.locator("#line-7 label").click()
    press(page, "[")
    done(page, "第 7 行上移")
    listen(page)
    click_twice(page, "#split-undo", pause)
    assert told(page) == ["撤销：第 7 行上移"]


def test_a_second_press_does_not_pass_over_what_is_still_open(page):
    decide_at_once(page)
    press(page, "Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("请再看一眼")
    expect(state(page)).to_contain_text("先看一眼，再按一次")
    look(page)
    expect(page.get_by_role("alert")).to_contain_text("请再看一眼")
