"""A reader at the help: clicks every example, and goes to a section by its name."""

from playwright.sync_api import expect


def test_every_example_is_clicked_and_leads_to_reports_or_to_what_was_meant(open_page):
    page = open_page("/help/")
    examples = page.locator(".examples-table a")
    count = examples.count()
    assert count > 20
    for number in range(count):
        words = examples.nth(number).locator("[lang]").inner_text()
        examples.nth(number).click()
        expect(page.get_by_label("检索报道")).to_have_value(words)
        expect(page.locator(".hit, .did-you-mean a").first).to_be_visible()
        page.go_back()


def test_the_contents_lead_to_a_section(open_page):
    page = open_page("/help/")
    page.get_by_role("navigation", name="本页内容").get_by_role("link", name="拆版").press("Enter")
    expect(page.get_by_role("heading", name="拆版")).to_be_in_viewport()
