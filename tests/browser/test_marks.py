"""From a hit to its marks, and from mark to mark; versions that unfold."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import look_faults
from tests.browser.pressing import press
from tests.browser.reading import read_state, search_path, total
from tests.browser.watching import NARROW, accessibility_faults

QUERY = "工资集体协商"
BAR = ".mark-steps"


@pytest.fixture
def open_hit(open_page):
    """Return a function that opens the first hit of the query by its link."""

    def open_hit(query=QUERY, **options):
        page = open_page(search_path(query), **options)
        page.locator(".hit h2 a").first.click()
        page.wait_for_url("**/articles/**")
        return page

    return open_hit


def count(page):
    return page.locator("mark[id]").count()


def is_in_window(locator):
    return locator.evaluate(
        "one => one.getBoundingClientRect().bottom < innerHeight && one.getBoundingClientRect().top > 0"
    )


def test_a_report_opens_at_its_first_mark(open_hit):
    page = open_hit()
    expect(page.locator("mark:target")).to_have_id("mark-1")
    expect(page.locator(".mark-count")).to_have_text(f"1 / {count(page)}")


def test_keys_go_to_the_next_and_the_previous_mark_and_take_the_focus_along(open_hit):
    page = open_hit(viewport={"width": 1000, "height": 300})
    for _ in range(3):
        press(page, "n")
    expect(page.locator("#mark-4")).to_be_focused()
    assert is_in_window(page.locator("#mark-4"))
    press(page, "p")
    expect(page.locator("#mark-3")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="第 3 处")).to_have_text(f"第 3 处，共 {count(page)} 处")


def test_behind_the_last_mark_comes_the_first(open_hit):
    page = open_hit()
    press(page, "p")
    expect(page.locator("mark:target")).to_have_id(f"mark-{count(page)}")
    press(page, "n")
    expect(page.locator("mark:target")).to_have_id("mark-1")


def test_a_button_keeps_the_focus(open_hit):
    page = open_hit()
    button = page.get_by_role("button", name="下一处")
    button.focus()
    press(page, "Enter")
    press(page, "Enter")
    expect(page.locator("mark:target")).to_have_id("mark-3")
    expect(button).to_be_focused()


def test_going_from_mark_to_mark_leaves_the_way_back_to_the_results_short(open_hit):
    page = open_hit()
    press(page, "n")
    press(page, "n")
    page.go_back()
    page.wait_for_url("**/search/**")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_link_back_leads_to_the_choices_the_order_and_the_page_one_left(has_scripts, open_page):
    page = open_page(search_path("工会"), java_script_enabled=has_scripts)
    page.locator("#genre-news").click()
    page.wait_for_url("**genre=news*")
    page.get_by_role("link", name="从旧到新").click()
    page.wait_for_url("**sort=oldest*")
    page.locator('a[href$="p=2"]').first.click()
    page.wait_for_url("**p=2*")
    left, address = read_state(page), page.url
    page.locator(".hit h2 a").first.click()
    page.wait_for_url("**/articles/**")
    page.get_by_role("link", name="检索结果").click()
    page.wait_for_url(address)
    assert read_state(page) == left
    assert left.chosen == ("genre-news",)


def test_letters_typed_into_a_field_are_letters(open_hit):
    page = open_hit()
    box = page.locator("input[name=q]").first
    box.fill("")
    box.press_sequentially("np")
    assert box.input_value() == "np"
    expect(page.locator("mark:target")).to_have_id("mark-1")


def test_the_keys_can_be_switched_off_and_stay_off(open_hit):
    page = open_hit()
    page.get_by_label("用 n、p 键").uncheck()
    page.reload()
    expect(page.get_by_label("用 n、p 键")).not_to_be_checked()
    page.locator("body").press("n")
    expect(page.locator("mark:target")).to_have_id("mark-1")


def test_on_a_touch_screen_there_are_buttons_and_no_keys(open_hit):
    page = open_hit(viewport=NARROW, has_touch=True, is_mobile=True)
    press(page, "n")
    page.get_by_role("button", name="下一处").tap()
    expect(page.locator(".mark-count")).to_have_text(f"2 / {count(page)}")
    assert not page.locator(".mark-keys").is_visible()


def test_without_scripts_numbers_lead_to_the_marks(open_hit):
    page = open_hit(java_script_enabled=False)
    links = page.locator(f"{BAR} a")
    assert links.count() == count(page) > 1
    assert not page.get_by_role("button", name="下一处").is_visible()
    links.last.click()
    expect(page.locator("mark:target")).to_have_id(f"mark-{count(page)}")


def test_a_report_opened_by_itself_has_no_bar(open_page, paths):
    assert open_page(paths["article"]).locator(BAR).count() == 0


def test_on_paper_there_is_no_bar(open_hit):
    page = open_hit()
    page.emulate_media(media="print")
    assert not page.locator(BAR).is_visible()


def test_the_report_with_its_marks_is_accessible_and_fits(open_hit):
    assert look_faults(open_hit(), "article-with-marks") == []


def test_a_report_leads_to_reports_like_it(open_hit):
    page = open_hit()
    similar = page.locator(".margin section", has_text="相似的报道").locator("a")
    assert 0 < similar.count() <= 5
    address = similar.first.evaluate("link => link.href")
    similar.first.click()
    page.wait_for_url(address)
    assert page.locator("h1").inner_text()


def publish(page, headline, body):
    """Add a published article in the admin."""
    page.goto("/admin/archive/article/add/")
    page.locator("[name=headline]").fill(headline)
    page.locator("[name=body]").fill(body)
    page.locator("[name=status]").select_option("published")
    page.locator("[name=_save]").first.click()
    page.wait_for_url("**/admin/archive/article/")


def test_versions_of_a_report_unfold_and_fold_by_keyboard(open_page, editor_login):
    page = open_page("/", storage_state=editor_login)
    body = "白色信天翁班组在灯塔下值守，三个月里修好了四十二盏航标灯，来往的渔船再也没有走错水道。"
    publish(page, "信天翁班组守灯塔", body)
    publish(page, "灯塔下的信天翁班组", f"本报讯 {body}")
    page.goto(search_path("“白色信天翁”"))
    assert total(page) == 2
    expect(page.locator(".hit")).to_have_count(1)
    versions = page.locator(".versions")
    assert not versions.locator("a").is_visible()
    versions.locator("summary").press("Enter")
    expect(versions.locator("a")).to_be_visible()
    assert accessibility_faults(page) == []
    versions.locator("summary").press("Enter")
    expect(versions.locator("a")).not_to_be_visible()
    versions.locator("summary").press("Enter")
    versions.locator("a").click()
    page.wait_for_url("**/articles/**")
    expect(page.locator("mark:target")).to_have_id("mark-1")
    assert page.locator(".margin section", has_text="这篇报道的其他版本").locator("a").count() == 1
