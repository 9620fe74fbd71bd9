"""Keys, pressed as soon as a page can take them, or held; buttons, clicked twice; and screens that come back."""

from playwright.sync_api import Page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, without waiting for the server; first the page's scripts have to be there."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def hold(page: Page, keys: str, times: int = 3) -> None:
    """Hold keys until the last of them has come several times."""
    page.wait_for_load_state()
    held = keys.split("+")
    for key in (*held, *held[-1:] * (times - 1)):
        page.keyboard.down(key)
    for key in held:
        page.keyboard.up(key)


def restore(page: Page) -> None:
    """Let a screen come out of the browser's memory, which Playwright switches off."""
    page.wait_for_load_state()
    page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})) }")


def click_twice(page: Page, button: str, pause: int) -> None:
    """Double-click where a button stands, some milliseconds between its two halves, whatever stands there then."""
    page.locator(button).hover()
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        page.wait_for_timeout(pause)
