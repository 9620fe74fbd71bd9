"""What is open on the split screen: shown, decided by key and by mouse, and gone through."""

import pytest
from playwright.sync_api import expect

from tests.browser.pressing import press
from tests.browser.splitting import chips, done, open_split, state, waiting_page


@pytest.fixture
def address(archive):
    return waiting_page(archive)


@pytest.fixture
def page(open_page, address, editor_login):
    return open_split(open_page, address, editor_login)


def test_what_is_open_is_gone_through_and_decided(page):
    press(page, ".")
    expect(page.locator("#pick-3")).to_be_focused()
    expect(page.locator("#line-3 .line-offers")).to_be_visible()
    press(page, "Shift+2")
    done(page, "第 3 行后接第 11 行")
    press(page, "e")
    done(page, "第 3 行断开接续")
    press(page, "g")
    done(page, "第 3 行后面缺文")
    press(page, ".")
    expect(page.locator("[data-save-state]")).to_have_text("没有待定的行了。")
    press(page, "w")
    done(page, "第 3 行到此为止，没有缺文")


def test_a_line_that_goes_on_with_another_is_not_taken_by_enter_and_what_is_open_comes_next(page):
    press(page, *["j"] * 7, "u", *["k"] * 2, "Shift+Enter", *"7", "Enter")
    done(page, "第 11 行后接第 7 行")
    press(page, "k", "Shift+Enter", *"11", "Enter")
    done(page, "第 9 行后接第 11 行")
    page.locator("#pick-3").focus()
    expect(page.locator("#line-3 .line-offers")).to_contain_text("已接 11")
    lines = chips(page)
    press(page, "Enter")
    expect(state(page)).to_contain_text("第 7 行已经接在第 11 行后面")
    assert chips(page) == lines
    press(page, "Shift+1")
    done(page, "第 3 行后接第 7 行")
    expect(page.locator("#pick-15")).to_be_focused()
    press(page, "z")
    done(page, "撤销：第 3 行后接第 7 行")
    expect(page.locator("#pick-3")).to_be_focused()
    assert chips(page) == lines


@pytest.mark.parametrize("decision", ["#line-3 .offer >> nth=0", "#line-3 [value^=gap_after]", "#tool-whole"])
def test_what_is_decided_by_mouse_leads_on_to_the_next_open_place(page, decision):
    press(page, *["j"] * 7, "u")
    done(page, "第 15 行暂不归入")
    page.locator("#tool-more > summary").click()
    page.locator("#line-3 label").click()
    page.locator(decision).click()
    expect(page.locator("#pick-15")).to_be_focused()
    expect(page.locator("#line-3[data-open]")).to_have_count(0)


@pytest.mark.parametrize("is_by_key", [True, False])
@pytest.mark.parametrize("window", [{"width": 1440, "height": 500}, {"width": 390, "height": 844}])
def test_what_is_offered_for_a_line_comes_into_view_above_the_tools(
    open_page, address, editor_login, window, is_by_key
):
    page = open_split(open_page, address, editor_login, viewport=window)
    tools = page.locator(".split-tools")
    page.locator("#line-3").evaluate("""line => scrollBy(0, line.getBoundingClientRect().bottom
        - document.querySelector(".split-tools").getBoundingClientRect().top)""")
    if is_by_key:
        press(page, ".")
    else:
        page.locator("#line-3 .line-number").click()
    last = page.locator("#line-3 .line-offers li").last
    expect(last).to_be_visible()
    page.wait_for_function("() => !document.getAnimations().length")
    assert last.bounding_box()["y"] + last.bounding_box()["height"] <= tools.bounding_box()["y"]


def test_a_line_below_open_offers_is_picked_by_one_click(page):
    page.locator("#pick-3").focus()
    expect(page.locator("#line-3 .line-offers")).to_be_visible()
    page.locator("#line-9 .line-text").click()
    expect(page.locator("#pick-9")).to_be_checked()
    expect(page.locator("#pick-9")).to_be_focused()
    expect(page.locator("#line-3 .line-offers")).to_be_hidden()


def test_where_a_line_is_said_to_be_open_a_click_leads_to_it(page):
    for place in ("[data-piece=head] .split-open", ".panel-problem a"):
        press(page, "j", "j")
        page.locator(place).first.click()
        expect(page.locator("#pick-3")).to_be_focused()
    press(page, "Control+Enter")
    page.locator("[data-matters] li a").click()
    expect(page.locator("#pick-3")).to_be_focused()
    expect(page.locator("#line-3 .line-offers")).to_be_visible()
