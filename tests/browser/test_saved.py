"""A reader keeps searches: saves one from its results, follows its feed, finds their last ones again."""

import sqlite3
import urllib.request
from contextlib import closing
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import press
from tests.browser.reading import choose, read_state, search_path


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_search_is_saved_opened_renamed_and_deleted_by_keyboard(has_scripts, open_page, editor_login):
    page = open_page(f"{search_path('送清凉')}&genre=news", storage_state=editor_login, java_script_enabled=has_scripts)
    before = read_state(page) if has_scripts else None
    page.locator(".saved-tools summary").focus()
    press(page, "Enter")
    page.get_by_label("名称", exact=True).fill(f"夏天 {has_scripts}")
    press(page, "Enter")
    expect(page.get_by_text(f"存下了“夏天 {has_scripts}”。")).to_be_visible()
    page.get_by_role("button", name=f"夏天 {has_scripts}", exact=True).press("Enter")
    page.wait_for_url("**/search/?q=*genre=news*")
    if has_scripts:
        assert read_state(page) == before
    page.get_by_role("link", name="我的检索").click()
    page.locator(".saved-line", has_text=f"夏天 {has_scripts}").locator("summary").press("Enter")
    page.get_by_label("名称", exact=True).filter(visible=True).fill(f"降温 {has_scripts}")
    press(page, "Enter")
    expect(page.get_by_role("heading", name=f"降温 {has_scripts}")).to_be_visible()
    page.locator(".saved-line", has_text=f"降温 {has_scripts}").locator("summary").press("Enter")
    page.get_by_role("button", name="删除").filter(visible=True).press("Enter")
    expect(page.get_by_role("heading", name=f"降温 {has_scripts}")).to_have_count(0)


def test_the_page_names_the_feed_of_the_choices_made_in_place(open_page):
    page = open_page(search_path("工会"))
    choose(page, "region", "510000")
    alternate = page.locator("link[rel=alternate]")
    expect(alternate).to_have_attribute("href", page.locator("#feed-link").evaluate("link => link.href"))
    address = alternate.evaluate("link => link.href")
    assert "region=510000" in address
    with urllib.request.urlopen(address) as response:
        assert ElementTree.fromstring(response.read()).find("{http://www.w3.org/2005/Atom}entry") is not None
    page.go_back()
    expect(alternate).not_to_have_attribute("href", address)


def test_a_visitor_finds_the_last_searches_again_and_clears_them(open_page):
    page = open_page(search_path("送清凉"))
    page.goto(search_path("职代会"))
    page.get_by_role("link", name="最近的检索").click()
    expect(page.locator(".past-list li")).to_have_count(2)
    page.get_by_role("button", name="去掉“职代会”").press("Enter")
    expect(page.locator(".past-list li")).to_have_count(1)
    page.get_by_role("link", name="送清凉").click()
    page.wait_for_url("**/search/?q=*")
    page.get_by_role("link", name="最近的检索").click()
    page.get_by_role("button", name="全部清除").click()
    expect(page.get_by_text("还没有检索过。")).to_be_visible()


def test_a_search_is_answered_while_the_database_is_locked(archive, open_page, editor_login):
    page = open_page(search_path("工会"), storage_state=editor_login)
    with closing(sqlite3.connect(archive.data_dir / "archive.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for query in ("锁住的时候一", "锁住的时候二"):
            response = page.goto(search_path(query))
            assert response is not None
            assert response.ok
        other.execute("ROLLBACK")
    page.goto(search_path("锁开了以后"))
    page.goto("/search/past/")
    expect(page.locator(".past-list li").first).to_contain_text("锁开了以后")


def test_every_screen_of_kept_searches_is_sound_wide_and_narrow(open_page, editor_login):
    page = open_page(search_path("“两个普遍” 工会"), storage_state=editor_login)
    page.locator(".saved-tools summary").click()
    assert look_faults(page, "save-a-search") == []
    page.get_by_role("button", name="存下").click()
    page.locator(".saved-line summary").first.click()
    assert look_faults(page, "saved-searches") == []
    for name, address in (
        ("new reports", f"{page.locator('.saved-line form').first.get_attribute('action')}new/"),
        ("past searches", "/search/past/"),
        ("queries", "/desk/queries/"),
    ):
        page.goto(address)
        assert look_faults(page, name) == []
