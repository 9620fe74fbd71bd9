"""The first page: what the archive holds, and the ways in."""

from playwright.sync_api import expect

from tests.browser.pressing import press
from tests.browser.reading import last_number, search_path, total


def test_counts_are_those_of_the_search(open_page):
    home = open_page("/")
    reports = int(home.locator(".home-counts").inner_text().split()[0].replace(",", ""))
    assert reports == total(open_page("/search/")) > 0


def test_all_34_provinces_are_on_the_map(open_page):
    assert open_page("/").locator(".tile-map .tile").count() == 34


def test_a_square_leads_to_the_reports_of_its_region(open_page):
    page = open_page("/")
    square = page.locator('.tile-map a[href*="region=510000"]')
    count = last_number(square.get_attribute("aria-label"))
    square.click()
    expect(page.locator("#region-510000")).to_have_attribute("aria-current", "true")
    assert total(page) == count > 0


def test_a_bar_leads_to_the_reports_of_its_year(open_page):
    page = open_page("/")
    bar = page.locator("a.year-bar").last
    count = last_number(bar.get_attribute("aria-label"))
    bar.click()
    page.wait_for_url("**/search/?year=*")
    assert total(page) == count > 0


def test_every_example_finds_reports(open_page):
    examples = open_page("/").locator(".examples a").all_inner_texts()
    assert examples
    assert [example for example in examples if not total(open_page(search_path(example)))] == []


def test_the_keyboard_alone_searches(open_page):
    page = open_page("/")
    for _ in range(20):
        press(page, "Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("工会")
    press(page, "Enter")
    page.wait_for_url("**/search/?q=*")
    assert total(page) > 0


def test_the_skip_link_is_first_and_leads_to_the_text(open_page):
    page = open_page("/")
    press(page, "Tab")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.id") == "main"
