"""An editor's saved article is found by every web process at once, and a withdrawn one is gone as fast."""

import urllib.request

from playwright.sync_api import Page

from tests.browser.archive import Archive
from tests.browser.reading import search_path

ASKED = 12  # times: enough for every web process to answer


def totals(archive: Archive, query: str) -> set[bool]:
    """Ask the site again and again; return whether the report was in the answers, each outcome once."""
    found = set()
    for _ in range(ASKED):
        with urllib.request.urlopen(archive.url + search_path(query)) as response:
            found.add("新近写成的稿件" in response.read().decode())
    return found


def log_in(page: Page, archive: Archive) -> None:
    page.get_by_label("用户名").fill(archive.editor)
    page.get_by_label("密码").fill(archive.password)
    page.get_by_role("button", name="登录").click()


def test_saved_in_the_admin_is_found_and_withdrawn_is_gone(open_page, archive: Archive) -> None:
    page = open_page("/admin/archive/article/add/")
    log_in(page, archive)
    page.locator("#id_headline").fill("新近写成的稿件")
    page.locator("#id_body").fill("蓝鲸号职工书屋开门。")
    page.locator("#id_status").select_option("published")
    page.locator("[name=_continue]").first.click()
    page.wait_for_load_state()
    assert totals(archive, "“蓝鲸号职工书屋”") == {True}
    page.locator("#id_status").select_option("withdrawn")
    page.locator("[name=_continue]").first.click()
    page.wait_for_load_state()
    assert totals(archive, "“蓝鲸号职工书屋”") == {False}
