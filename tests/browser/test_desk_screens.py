"""Every screen of the desk, wide and narrow, light and dark: no error, no sideways scroll, no fault for axe."""

import pytest

from tests.browser.looking import look_faults

SCREENS = {
    "work list": "/desk/",
    "add pages": "/desk/pages/add/",
    "jobs": "/desk/jobs/",
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_of_the_desk_is_sound(screen, open_page, editor_login):
    page = open_page(SCREENS[screen], storage_state=editor_login)
    assert look_faults(page, f"desk-{screen}") == []
