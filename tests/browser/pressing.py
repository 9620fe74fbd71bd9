"""Keys, pressed as soon as a page can take them."""

from playwright.sync_api import Page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, without waiting for the server; first the page's scripts have to be there."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)
