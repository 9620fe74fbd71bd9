"""The whole way of a real page: added, split by keyboard alone, edited, submitted, reviewed by another, found."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archive.shared_pages import PAGES, needs_shared_pages
from tests.browser.archive import Archive
from tests.browser.conftest import log_in
from tests.browser.pressing import press
from tests.browser.reading import search_path
from tests.browser.splitting import state

pytestmark = [pytest.mark.shared, needs_shared_pages]

PASSWORD = "a-password-of-tests"
MILLISECONDS_FOR_A_JOB = 60_000
HEADLINE = "编辑给这一篇写的主题"
PEOPLE = """
from django.contrib.auth.models import Group, User
for name, group in (("way-editor", "编辑"), ("way-reviewer", "审稿")):
    User.objects.create_user(name, password="{password}").groups.add(Group.objects.get(name=group))
"""
LogIn = Callable[[str], Page]


@pytest.fixture(scope="module")
def people(archive: Archive) -> None:
    """An editor, who may not publish, and a reviewer."""
    archive.shell.run(PEOPLE.format(password=PASSWORD))


@pytest.fixture
def desk_of(people: None, open_page: Callable[..., Page]) -> LogIn:
    """Return a function: a person's account -> the desk, reached through the login."""

    def enter(name: str) -> Page:
        page = open_page("/login/?next=/desk/")
        log_in(page, name, PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("工作清单")
        return page

    return enter


def hand_in(page: Page, path: Path) -> None:
    """Add a file, wait for its job, and open the page to be split."""
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="添加版面").click()
    page.get_by_label("选择文件").set_input_files(path)
    page.get_by_role("button", name="收下文件").click()
    expect(page.locator(".job-line")).to_contain_text("已完成", timeout=MILLISECONDS_FOR_A_JOB)
    expect(page.locator(".job-item")).to_contain_text(path.name)
    page.get_by_role("link", name="开始拆版").press("Enter")
    expect(page.locator(".lines [name=line]").first).to_be_focused()


def decide_what_is_open(page: Page) -> None:
    """Go through the lines that wait for a decision, by keys; some decisions lead on to the next by themselves."""
    waiting = page.locator("[data-line][data-open]")
    while left := waiting.count():
        if not page.locator("[data-line][data-open]:has(> input:focus)").count():
            press(page, ".")
        is_undecided = page.locator("[data-line]:has(> input:focus):has(> .line-offers)").count()
        press(page, "g" if is_undecided else "d")
        expect(waiting).to_have_count(left - 1)


def split(page: Page) -> int:
    """Correct and finish a page by keyboard alone; return the number of its articles."""
    count = page.locator("[data-panel]").count()
    first = page.locator(".lines [name=line]").first.input_value()
    press(page, "n")
    expect(state(page)).to_have_text(f"第 {first} 行成为新的一篇 · 已保存")
    expect(page.locator("[data-panel]")).to_have_count(count + 1)
    press(page, "z")
    expect(page.locator("[data-panel]")).to_have_count(count)
    decide_what_is_open(page)
    press(page, "Control+Enter")
    page.wait_for_url("**/desk/articles/*/")
    return count


def submit(page: Page) -> str:
    """Confirm what was found in a draft, give it a headline where it has none, submit it; return the headline."""
    headline = page.get_by_label("主题", exact=True)
    if not headline.input_value():
        headline.fill(HEADLINE)
    written = headline.input_value()
    press(page, "F2", "Shift+A")
    expect(page.locator("[data-unconfirmed-count]")).to_have_text("都核对过了")
    press(page, "Control+Shift+Enter")
    expect(page.locator(".notices")).to_contain_text(f"已送审：{written}")
    return written


def review(page: Page, headline: str) -> None:
    """Publish an article of the list of those in review."""
    page.goto("/desk/?kind=reviews")
    page.get_by_role("link", name=headline, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("审稿")
    press(page, "Control+Enter")
    expect(page.locator(".notices")).to_contain_text(f"已发布：{headline}")


def hit(page: Page, headline: str) -> Locator:
    """Return the hit of a report."""
    return page.locator(".item-headline").get_by_role("link", name=headline, exact=True)


def find(page: Page, headline: str) -> None:
    """Find a report by its headline, as a reader does."""
    page.get_by_label("检索报道").fill(headline)
    page.get_by_label("检索报道").press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.get_by_label("检索报道")).to_have_value(headline)
    hit(page, headline).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)


def test_a_page_goes_from_a_file_to_reports_that_are_found(desk_of: LogIn, open_page):
    path = min(PAGES.glob("*.txt"))
    editor = desk_of("way-editor")
    hand_in(editor, path)
    count = split(editor)
    headlines = [submit(editor) for _number in range(count)]
    expect(editor).to_have_url(re.compile(r"/desk/(pages/\d+/split/)?$"))
    reader = open_page(search_path(headlines[0]))
    expect(hit(reader, headlines[0])).to_have_count(0)
    reviewer = desk_of("way-reviewer")
    for headline in headlines:
        review(reviewer, headline)
    for headline in headlines:
        find(reader, headline)
