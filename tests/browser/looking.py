"""A screen as people see it: wide and narrow, light and dark. SCREENSHOTS=folder keeps a picture of each there."""

import os
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.browser.watching import NARROW, WIDE, accessibility_faults, overflow

LOOKS: tuple[tuple[ViewportSize, str], ...] = (
    *((WIDE, scheme) for scheme in ("dark", "light")),
    *((NARROW, scheme) for scheme in ("light", "dark")),
)
# Axe takes longest: it sees each width and each light once.
SEEN_BY_AXE = ((WIDE, "light"), (NARROW, "dark"))
OTHER_WIDTHS = (360, 768, 1024, 1600)


def show(page: Page, viewport: ViewportSize, scheme: str) -> None:
    """Show the page that is open in another window and light."""
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page where SCREENSHOTS asks for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name.replace(' ', '-')}.png", full_page=True)


def look_faults(page: Page, name: str) -> list[str]:
    """Return what is wrong with the screen that is open, in any window and light; leave it wide and light."""
    faults = []
    for look in LOOKS:
        viewport, scheme = look
        show(page, viewport, scheme)
        keep_picture(page, f"{name}-{viewport['width']}-{scheme}")
        if look in SEEN_BY_AXE:
            faults += accessibility_faults(page)
    faults += sideways_faults(page, WIDE["width"], NARROW["width"], *OTHER_WIDTHS)
    show(page, WIDE, "light")
    return faults


def sideways_faults(page: Page, *widths: int) -> list[str]:
    """Return where the screen that is open scrolls sideways."""
    faults = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if pixels := overflow(page):
            faults.append(f"{width} px: {pixels} too wide")
    return faults
