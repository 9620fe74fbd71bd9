"""Suggestions under the search box: by keyboard, by pointer, with an input method, without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pressing import press
from tests.browser.reading import search_path, total
from tests.browser.watching import NARROW, accessibility_faults, overflow

BOX = "#query"


def begin(page: Page, text: str) -> None:
    """Type into the box and wait for suggestions."""
    page.locator(BOX).click()
    page.keyboard.type(text)
    expect(page.get_by_role("listbox", name="检索建议")).to_be_visible()


def active_text(page: Page) -> str:
    """Return the text of the option that the box says is active; empty where none is."""
    line = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    if not line:
        return ""
    option = page.locator(f"#{line}")
    assert option.get_attribute("aria-selected") == "true"
    return option.inner_text()


def listen(page: Page) -> list[str]:
    """Return a list that gathers the addresses asked for suggestions."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search/suggest/" in request.url else None)
    return asked


def test_a_suggestion_is_chosen_by_keyboard_alone(open_page):
    page = open_page("/")
    begin(page, "luzhou")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")
    while "四川省" not in active_text(page):
        press(page, "ArrowDown")
    assert page.locator(BOX).input_value() == "luzhou"
    press(page, "Enter")
    page.wait_for_url("**/search/?region=510500")
    assert total(page) > 0


def test_arrows_go_round_through_the_box_and_home_and_end_to_the_ends(open_page):
    page = open_page("/")
    begin(page, "泸州")
    lines = page.get_by_role("option").all_inner_texts()
    assert len(lines) > 2
    press(page, "ArrowUp")
    assert active_text(page) == lines[-1]
    press(page, "ArrowDown")
    assert active_text(page) == ""
    press(page, "ArrowDown")
    assert active_text(page) == lines[0]
    press(page, "End")
    assert active_text(page) == lines[-1]
    press(page, "Home")
    assert active_text(page) == lines[0]


def test_escape_closes_the_list_keeps_the_text_and_enter_then_searches_for_it(open_page):
    page = open_page("/")
    begin(page, "泸州")
    press(page, "ArrowDown")
    press(page, "Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    assert page.locator(BOX).input_value() == "泸州"
    press(page, "Enter")
    page.wait_for_url("**/search/?q=%E6%B3%B8%E5%B7%9E")


def test_enter_without_a_choice_searches_for_what_was_typed(open_page):
    page = open_page("/")
    begin(page, "面心实")
    press(page, "Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator(BOX).input_value() == "面心实"


def test_a_pointer_chooses_and_another_name_is_shown_with_what_it_leads_to(open_page):
    page = open_page("/help/")
    begin(page, "面心实")
    line = page.get_by_role("option").first
    assert line.inner_text().startswith("面心实 → 面对面心贴心实打实")
    line.click()
    page.wait_for_url("**/search/?programme=*")
    assert total(page) > 0


def test_tab_leaves_the_box_and_closes_the_list(open_page):
    page = open_page("/")
    begin(page, "泸州")
    press(page, "Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="检索", exact=True)).to_be_focused()


def test_an_input_method_is_left_alone_until_it_is_done(open_page):
    page = open_page("/")
    asked = listen(page)
    page.locator(BOX).click()
    keys = page.context.new_cdp_session(page)
    for letters in ("l", "lu", "luz", "lu'zhou"):
        keys.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )
    assert page.locator(BOX).input_value() == "lu'zhou"
    keys.send("Input.insertText", {"text": "泸州"})
    expect(page.get_by_role("listbox")).to_be_visible()
    assert [url.rpartition("=")[2] for url in asked] == ["%E6%B3%B8%E5%B7%9E"]


def test_typing_asks_once_it_pauses_and_for_the_whole(open_page):
    page = open_page("/")
    asked = listen(page)
    page.clock.install(time=0)
    page.clock.pause_at(1000)  # else its time goes on while a slow machine types
    page.locator(BOX).click()
    page.keyboard.type("luzhou")
    assert asked == []
    page.clock.run_for(1000)
    expect(page.get_by_role("listbox")).to_be_visible()
    assert [url.rpartition("=")[2] for url in asked] == ["luzhou"]


def test_a_screen_reader_is_told_how_many_there_are(open_page):
    page = open_page("/")
    begin(page, "泸州")
    count = page.get_by_role("option").count()
    expect(page.locator(".search-form [role=status]")).to_have_text(f"{count} 条建议，用上下键选择")
    page.locator(BOX).fill("qzxjkvw")
    expect(page.locator(".search-form [role=status]")).to_have_text("没有建议")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize(("path", "viewport"), [("/", NARROW), ("/help/", {"width": 360, "height": 700})])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_is_sound(open_page, path, viewport, scheme):
    page = open_page(path, viewport=viewport, color_scheme=scheme)
    begin(page, "泸州")
    press(page, "ArrowDown")
    assert overflow(page) == 0
    assert accessibility_faults(page) == []


def test_the_box_searches_without_scripts(open_page):
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("泸州")
    page.get_by_role("button", name="检索", exact=True).click()
    page.wait_for_url("**/search/?q=*")
    assert page.locator(".hit").count() > 0


def test_the_box_suggests_again_after_the_way_back(open_page):
    page = open_page(search_path("工会"))
    page.locator(".sorts a").last.click()
    page.wait_for_url("**sort=*")
    page.go_back()
    page.wait_for_url(lambda url: "sort=" not in url)
    page.locator(BOX).fill("")
    begin(page, "luzhou")
    assert page.get_by_role("listbox").count() == 1


def test_did_you_mean_leads_to_what_was_meant(open_page):
    page = open_page(search_path("工资集体写商"))
    offer = page.locator(".did-you-mean")
    assert offer.inner_text().startswith("您要找的是不是：工资集体协商")
    assert accessibility_faults(page) == []
    offer.get_by_role("link").click()
    page.wait_for_url("**/search/?q=%E5%B7%A5*")
    expect(page.locator(".did-you-mean")).to_have_count(0)
    assert page.locator(BOX).input_value() == "工资集体协商"
    assert total(page) > 0
