"""Keys, pressed as soon as a page can take them, and buttons, clicked twice."""

from playwright.sync_api import Page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, without waiting for the server; first the page's scripts have to be there."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def click_twice(page: Page, button: str, pause: int) -> None:
    """Double-click where a button stands, some milliseconds between its two halves, whatever stands there then."""
    page.locator(button).hover()
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        page.wait_for_timeout(pause)
