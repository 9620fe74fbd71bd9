"""Every screen, wide and narrow, light and dark: no error, no other host, no sideways scroll, no fault for axe."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import keep_picture, look_faults
from tests.browser.watching import NARROW, accessibility_faults, overflow

SCREENS = (
    "home",
    "results",
    "choices",
    "nothing found",
    "in part",
    "article",
    "regions",
    "region",
    "city",
    "programmes",
    "programme",
    "newspapers",
    "newspaper",
    "day",
    "page",
    "help",
    "login",
)


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_is_sound(screen, open_page, paths):
    assert look_faults(open_page(paths[screen]), screen) == []


@pytest.mark.parametrize("screen", ["home", "results", "article", "programme", "help"])
def test_screen_is_sound_in_english_on_a_narrow_window(screen, open_page, paths):
    page = open_page(paths[screen], viewport=NARROW)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    keep_picture(page, f"{screen}-{NARROW['width']}-english")
    assert overflow(page) == 0
    assert accessibility_faults(page) == []


def test_dark_is_dark_and_light_is_light(open_page):
    def ground(scheme):
        colour = open_page("/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour.strip("rgb()").split(",")[:3]) / 3

    assert ground("dark") < 64 < 192 < ground("light")


def test_a_page_that_is_not_there_is_sound(browser, archive):
    with browser.new_context(base_url=archive.url, viewport=NARROW) as context:
        page = context.new_page()
        assert page.goto("/articles/999999999/").status == 404
        keep_picture(page, "not-found")
        assert page.locator("nav").count() > 0
        assert overflow(page) == 0
        assert accessibility_faults(page) == []
