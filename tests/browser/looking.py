"""A screen as people see it: wide and narrow, light and dark.

Of two screens one is looked at wide and light, the other narrow and dark. SCREENSHOTS=folder (`make looks`) looks at
every screen in every window and light, and keeps a picture of each there.
"""

import os
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.browser.watching import NARROW, WIDE, accessibility_faults, overflow

Look = tuple[ViewportSize, str]
# The length of its name tells which of the two a screen is seen in: axe takes longest of all.
ALTERNATING: tuple[Look, Look] = ((WIDE, "light"), (NARROW, "dark"))
LOOKS: tuple[Look, ...] = (*ALTERNATING, (NARROW, "light"), (WIDE, "dark"))
WIDTHS = (360, 768, 1440)
ALL_WIDTHS = (*WIDTHS, 390, 1024, 1600)


def show(page: Page, viewport: ViewportSize, scheme: str) -> None:
    """Show the page that is open in another window and light, from its top: a bar that stays covers what is below."""
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate("scrollTo(0, 0)")


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page where SCREENSHOTS asks for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name.replace(' ', '-')}.png", full_page=True)


def look_faults(page: Page, name: str) -> list[str]:
    """Return what is wrong with the screen that is open, in its windows and lights; leave it wide and light."""
    everywhere = "SCREENSHOTS" in os.environ
    faults = []
    for viewport, scheme in LOOKS if everywhere else [ALTERNATING[len(name) % 2]]:
        show(page, viewport, scheme)
        keep_picture(page, f"{name}-{viewport['width']}-{scheme}")
        faults += accessibility_faults(page)
    faults += sideways_faults(page, *(ALL_WIDTHS if everywhere else WIDTHS))
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
