"""Every screen of the desk, wide and narrow, light and dark: no error, no sideways scroll, no fault for axe."""

import pytest

from tests.browser.test_screens import keep_picture, show
from tests.browser.watching import NARROW, WIDE, accessibility_faults, overflow

SCREENS = {
    "work list": "/desk/",
    "add pages": "/desk/pages/add/",
    "jobs": "/desk/jobs/",
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_of_the_desk_is_sound(screen, open_page, editor_login):
    page = open_page(SCREENS[screen], storage_state=editor_login)
    for viewport in (WIDE, NARROW):
        for scheme in ("light", "dark"):
            show(page, viewport, scheme)
            keep_picture(page, f"desk-{screen}-{viewport['width']}-{scheme}")
            assert overflow(page) == 0, viewport
    assert accessibility_faults(page) == []
    show(page, WIDE, "light")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_width_of_the_desk_scrolls_sideways(screen, open_page, editor_login):
    page = open_page(SCREENS[screen], storage_state=editor_login)
    for width in (360, 768, 1024, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == 0, width
