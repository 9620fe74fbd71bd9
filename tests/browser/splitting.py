"""What a person does and reads on the split screen."""

import itertools
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.archive import Archive

_OPEN = (
    "from tests.archive.desk.splitting.made_up_page import open_made_up_split; print(open_made_up_split({}).page_id)"
)
_OPEN_MANY = (
    "from tests.archive.desk.splitting.made_up_page import open_split_of_many; print(open_split_of_many(50).page_id)"
)
# An element without what is open, what has the focus and the spaces between its tags.
_LOOKS = r"""
node => node.outerHTML.replace(/ data-here=""| open=""/g, "").replace(/\s+/g, " ").replaceAll("> <", "><")
"""
_LISTEN = """
() => {
    window.told = [];
    const state = document.querySelector("[data-save-state]");
    new MutationObserver(() => told.push(state.textContent)).observe(state, {childList: true});
}
"""
_numbers = itertools.count()


def waiting_page(archive: Archive) -> str:
    """Return the address of a page of its own that waits to be split."""
    printed = archive.shell.run(_OPEN.format(next(_numbers)))
    return f"/desk/pages/{printed.split()[-1]}/split/"


def open_split(open_page: Callable[..., Page], address: str, login: Any, **options: Any) -> Page:
    """Open a page's split as an editor, and wait until its script has put the focus on the first line."""
    page = open_page(address, storage_state=login, **options)
    expect(page.locator("#pick-1")).to_be_focused()
    return page


def page_of_many_articles(archive: Archive) -> str:
    """Return the address of a page that waits to be split into fifty articles."""
    return f"/desk/pages/{archive.shell.run(_OPEN_MANY).split()[-1]}/split/"


def done(page: Page, words: str) -> None:
    """Wait until the screen says what was done, and that it is saved."""
    expect(state(page)).to_have_text(f"{words} · 已保存")


def listen(page: Page) -> None:
    """Begin to note all that the screen says of steps."""
    page.evaluate(_LISTEN)


def told(page: Page) -> list[str]:
    """Return what the screen has said was done, after one step more has gone the same way to the server."""
    page.locator("#line-13 label").click()
    page.keyboard.press("u")
    done(page, "第 13 行暂不归入")
    saving = state(page).get_attribute("data-saving")
    return [text.removesuffix(" · 已保存") for text in page.evaluate("told") if text != saving][:-1]


def state(page: Page) -> Locator:
    """Return the line that says what was saved last."""
    return page.locator("[data-save-state]")


def article_of(page: Page, line: int) -> str:
    """Return the number of the article that a line is in."""
    return page.locator(f"#line-{line} .line-article").evaluate("mark => mark.lastElementChild?.textContent ?? ''")


def chips(page: Page) -> list[str]:
    """Return the lines of each article in reading order, as the screen shows them: 1 3⇢7 5."""
    lists = page.locator(".chips").all()
    return [" ".join(text.strip() for text in one.locator("li").all_text_contents()) for one in lists]


def looks(page: Page) -> list[str]:
    """Return the lines and the articles as they stand, to be compared."""
    return [one.evaluate(_LOOKS) for one in page.locator(".lines, .panels").all()]
