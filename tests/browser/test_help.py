"""A reader at the help: clicks examples, and goes to a section by its name.

What each example finds, tests/search/test_help_examples.py asks without a browser.
"""

from playwright.sync_api import expect


def test_the_first_example_of_each_table_is_clicked_and_leads_to_reports_or_to_what_was_meant(open_page):
    page = open_page("/help/")
    tables = page.locator(".examples-table:has(a [lang])")
    count = tables.count()
    assert count > 2
    for number in range(count):
        example = tables.nth(number).get_by_role("link").first
        words = example.locator("[lang]").inner_text()
        example.click()
        expect(page.get_by_label("检索报道")).to_have_value(words)
        expect(page.locator(".hit, .did-you-mean a").first).to_be_visible()
        page.go_back()


def test_the_contents_lead_to_a_section(open_page):
    page = open_page("/help/")
    page.get_by_role("navigation", name="本页内容").get_by_role("link", name="拆版").press("Enter")
    expect(page.get_by_role("heading", name="拆版")).to_be_in_viewport()
