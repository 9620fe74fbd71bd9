"""An editor finds their work in the list by keyboard, and chooses articles for one change."""

import re

from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import press
from tests.browser.watching import accessibility_faults

PUBLISHED = "/desk/?kind=published"


def test_the_list_is_narrowed_in_place_and_what_is_typed_stays_in_the_address(open_page, editor_login):
    page = open_page(PUBLISHED, storage_state=editor_login)
    all_rows = page.locator(".work-row").count()
    assert all_rows > 1
    page.evaluate("window.isSamePage = true")
    page.get_by_label("文字").fill("送清凉")
    press(page, "Enter")
    expect(page.locator("h2 .count")).to_contain_text("项中的")
    assert 0 < page.locator(".work-row").count() < all_rows
    expect(page.get_by_label("文字")).to_be_focused()
    assert page.evaluate("window.isSamePage")
    expect(page).to_have_url(re.compile(r"kind=published.*q="))
    page.get_by_role("link", name="不筛选").click()
    expect(page.locator(".work-row")).to_have_count(all_rows)
    page.go_back()
    expect(page.locator("h2 .count")).to_contain_text("项中的")


def test_a_wrong_field_is_told_and_the_list_stays(open_page, editor_login):
    page = open_page(PUBLISHED, storage_state=editor_login)
    rows = page.locator(".work-row").count()
    page.get_by_label("出版日期").fill("昨天")
    press(page, "Tab")
    expect(page.get_by_label("出版日期")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".work-row")).to_have_count(rows)
    fields = page.locator(".work-field").locator("input, select")
    tops = fields.evaluate_all("fields => fields.map(field => Math.round(field.getBoundingClientRect().top))")
    assert len(set(tops)) == 1
    assert accessibility_faults(page) == []


def test_without_scripts_the_fields_are_sent_and_the_lists_turned(open_page, editor_login):
    page = open_page(PUBLISHED, storage_state=editor_login, java_script_enabled=False)
    page.get_by_label("文字").fill("送清凉")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("h2 .count")).to_contain_text("项中的")
    page.get_by_role("link", name="不筛选").click()
    expect(page.get_by_role("link", name="不筛选")).to_have_count(0)
    page.get_by_role("link", name="下一页").click()
    expect(page).to_have_url(re.compile("p=2"))


def test_chosen_articles_are_counted_and_taken_to_the_change_of_many(open_page, editor_login):
    page = open_page(PUBLISHED, storage_state=editor_login)
    boxes = page.get_by_role("checkbox")
    boxes.nth(0).focus()
    press(page, "Space")
    expect(page.locator("[data-chosen-count]")).to_have_text("选了 1 篇")
    page.get_by_role("button", name="全选").click()
    expect(page.locator("[data-chosen-count]")).to_have_text(f"选了 {boxes.count()} 篇")
    page.get_by_role("button", name="全选").click()
    expect(page.locator("[data-chosen-count]")).to_have_text("")
    boxes.nth(1).check()
    key = boxes.nth(1).input_value()
    page.get_by_role("button", name="批量修改选中的").click()
    expect(page).to_have_url(re.compile(rf"article={key}\b"))


def test_one_list_is_sound_wide_and_narrow(open_page, editor_login):
    page = open_page(f"{PUBLISHED}&q=工会", storage_state=editor_login)
    assert look_faults(page, "desk-one-list") == []


def test_a_list_opens_with_the_keyboard_at_its_first_item(open_page, editor_login):
    page = open_page(PUBLISHED, storage_state=editor_login)
    expect(page.locator(".work-title a").first).to_be_focused()
    assert page.evaluate("scrollY") == 0
    page.goto(f"{PUBLISHED}&q=qzxjkvw")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.goto("/desk/#drafts")
    page.wait_for_load_state()
    assert page.evaluate("document.activeElement === document.body")
