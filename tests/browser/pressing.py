"""Keys, pressed as soon as a page can take them, or held; buttons, clicked twice; and screens that come back."""

from playwright.sync_api import Page

_PRESS_AT_ONCE = """
addEventListener("pageshow", () => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true, cancelable: true, ...OTHERS})
));
"""


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, without waiting for the server; first the page's scripts have to be there."""
    page.wait_for_load_state()
    for key in keys:
        look_before(page, key)
        page.keyboard.press(key)


def look_before(page: Page, keys: str) -> None:
    """Look at a screen that has just come, as a person does, before a key that decides: it is not taken earlier."""
    if keys.startswith("Control") and keys.endswith("Enter"):
        look(page)


def look(page: Page) -> None:
    """Look at a screen until it lets a person decide."""
    page.locator("html[data-can-decide]").wait_for(state="attached")


def decide_at_once(page: Page, others: str = "{}") -> None:
    """Let Ctrl+Enter, with other keys that are held, be pressed on each screen from now on at the moment it comes."""
    page.wait_for_load_state()
    page.add_init_script(_PRESS_AT_ONCE.replace("OTHERS", others))


def hold(page: Page, keys: str, times: int = 3) -> None:
    """Hold keys until the last of them has come several times."""
    page.wait_for_load_state()
    look_before(page, keys)
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
