"""The browser and the archive that the browser tests look at."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.archive import Archive, find_paths, serve_sample_archive
from tests.browser.chromium import ARGUMENTS, MISSING, find_chromium
from tests.browser.watching import WIDE, Watch
from tests.running import common_folder

# Playwright keeps a loop in this thread to the end; Django would refuse the database to all later tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

HERE = Path(__file__).parent
MILLISECONDS_TO_WAIT = 20_000  # on a busy machine; a test that passes does not wait
OpenPage = Callable[..., Page]

expect.set_options(timeout=MILLISECONDS_TO_WAIT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Launch the Chromium of this machine; skip where there is none, fail where CI needs one."""
    if path := find_chromium():
        return {"executable_path": path, "args": list(ARGUMENTS)}
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def archive(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Serve the sample archive to this test process; without a browser it is not even prepared."""
    data_dir = tmp_path_factory.mktemp("archive") / "data"
    with serve_sample_archive(common_folder(tmp_path_factory), data_dir) as archive:
        yield archive


@pytest.fixture(scope="session")
def paths(archive: Archive) -> dict[str, str]:
    """Return the address of each screen by its name."""
    return find_paths(archive)


def log_in(page: Page, name: str, password: str) -> None:
    """Fill in the login that a page shows, and send it."""
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()


@pytest.fixture(scope="session")
def editor_login(browser: Browser, archive: Archive) -> dict[str, Any]:
    """Return the cookies of the first editor, logged in, to be given to `open_page` as `storage_state`."""
    with browser.new_context(base_url=archive.url, locale="zh-CN") as context:
        page = context.new_page()
        page.goto("/login/")
        log_in(page, archive.editor, archive.password)
        page.wait_for_url("/")
        return dict(context.storage_state())


@pytest.fixture
def open_page(browser: Browser, archive: Archive) -> Iterator[OpenPage]:
    """Return a function that opens an address of the archive in a window of its own.

    Windows are wide and light unless `viewport` and `color_scheme` say otherwise; other arguments go to the
    browser's context as they are. The test fails where a window saw an error or a request to another host.
    """
    contexts: list[BrowserContext] = []
    watch = Watch(urlsplit(archive.url).netloc)

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(
            **{"base_url": archive.url, "viewport": WIDE, "color_scheme": "light", "locale": "zh-CN", **options}
        )
        contexts.append(context)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        page = context.new_page()
        watch.begin(page)
        response = page.goto(path)
        assert response is not None
        assert response.ok, f"{path}: status {response.status}"
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert watch.troubles == []


@pytest.fixture
def open_tab(browser: Browser, archive: Archive, editor_login: dict[str, Any]) -> Iterator[OpenPage]:
    """Return a function that opens an address as the first editor, where refusals of the server are expected."""
    contexts: list[BrowserContext] = []

    def open_tab(path: str, **options: Any) -> Page:
        context = browser.new_context(
            **{"base_url": archive.url, "locale": "zh-CN", "storage_state": editor_login, **options}
        )
        contexts.append(context)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_tab
    for context in contexts:
        context.close()
