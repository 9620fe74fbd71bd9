"""An editor changes the names of a programme: sees first what it does, then finds by the new name."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import press
from tests.browser.reading import search_path, total
from tests.browser.watching import accessibility_faults

MILLISECONDS_TO_WAIT = 30_000
SCREENS = {
    "vocabulary": "/desk/vocabulary/",
    "nothing found": "/desk/vocabulary/?q=没有的",
    "new programme": "/desk/vocabulary/programmes/add/",
    "dictionary": "/desk/vocabulary/words/",
    "index": "/desk/vocabulary/index/",
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_of_the_vocabulary_is_sound(screen, open_page, editor_login):
    page = open_page(SCREENS[screen], storage_state=editor_login)
    assert look_faults(page, screen) == []


def finish_job(page):
    """Save what is shown and wait for the job's end."""
    page.get_by_role("button", name="保存，并重新标注稿件").press("Enter")
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_TO_WAIT)
    assert accessibility_faults(page) == []


def test_a_new_name_is_looked_at_saved_searched_for_and_taken_back(open_page, editor_login):
    page = open_page("/desk/vocabulary/", storage_state=editor_login)
    page.get_by_label("名称或别名").fill("送清凉")
    press(page, "Enter")
    page.wait_for_url("**/desk/vocabulary/?*q=*")
    page.get_by_role("link", name="送清凉", exact=True).press("Enter")
    page.wait_for_url("**/desk/vocabulary/programmes/*/")
    programme = page.url
    page.get_by_label("别名").focus()
    press(page, "Control+End")
    page.keyboard.type("\n困难职工")
    page.get_by_role("button", name="先看会改动什么").press("Enter")
    expect(page.locator("#retag-heading")).to_be_focused()
    expect(page.locator(".retag mark").first).to_have_text("困难职工")
    assert accessibility_faults(page) == []
    finish_job(page)
    page.goto(search_path("initiative:困难职工"))
    found = total(page)
    assert found > 0

    page.goto(programme)
    page.get_by_role("link", name="填回那时的样子").press("Enter")
    page.wait_for_url("**/desk/vocabulary/programmes/*/?version=*")
    page.get_by_role("button", name="先看会改动什么").press("Enter")
    expect(page.locator(".retag h3")).to_contain_text("会去掉")
    finish_job(page)
    page.goto(search_path("initiative:送清凉"))
    assert 0 < total(page) < found
    page.goto(search_path("initiative:困难职工"))
    assert total(page) == 0


def test_a_word_is_added_without_scripts_and_waits_for_the_index(open_page, editor_login):
    page = open_page("/desk/vocabulary/words/", storage_state=editor_login, java_script_enabled=False)
    page.get_by_label("要加的词").fill("两个信赖")
    page.get_by_role("button", name="加词").click()
    expect(page.locator(".dictionary-word")).to_have_text(["两个信赖"])
    page.get_by_role("link", name="哪些词还没有起作用").click()
    expect(page.locator(".waiting-words")).to_contain_text("两个信赖")
    page.goto("/desk/vocabulary/words/")
    page.get_by_role("button", name="去掉“两个信赖”").click()
    expect(page.get_by_text("词典还是空的")).to_be_visible()
