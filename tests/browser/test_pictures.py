"""The pictures of the documents: taken into PICTURES where it is set, and small enough to be committed.

Without it one picture of each kind is taken, to see that they can be.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.desk_scenes import SCENES, Desk, prepare_desk

ROOT = Path(__file__).resolve().parent.parent.parent
LARGEST = 400_000
OF_READERS = ("home", "results", "article", "programme")
TAKEN = slice(None) if "PICTURES" in os.environ else slice(1)


def take_picture(page: Page, name: str, tmp_path: Path) -> Path:
    """Take the picture of what a window shows."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"{name}.png"
    # A page that changed a moment ago may have no frame to be taken yet.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.screenshot(path=picture)
    return picture


@pytest.fixture(scope="module")
def desk(archive) -> Desk:
    return prepare_desk(archive)


@pytest.mark.parametrize("screen", OF_READERS[TAKEN])
def test_picture_is_small_enough(screen, open_page, paths, tmp_path):
    picture = take_picture(open_page(paths[screen]), screen, tmp_path)
    assert picture.stat().st_size <= LARGEST


@pytest.mark.parametrize("scene", list(SCENES)[TAKEN])
def test_picture_of_the_desk_is_small_enough(scene, open_page, editor_login, desk, tmp_path):
    page = open_page("/desk/", storage_state=editor_login)
    SCENES[scene](page, desk)
    picture = take_picture(page, scene, tmp_path)
    assert picture.stat().st_size <= LARGEST


def test_the_pictures_of_the_documents_are_all_there_and_small():
    sizes = {picture.stem: picture.stat().st_size for picture in (ROOT / "docs/img").glob("*.png")}
    assert sizes.keys() == {*OF_READERS, *SCENES}
    assert max(sizes.values()) <= LARGEST


def test_the_guide_shows_every_picture_of_the_desk():
    shown = re.findall(r"\]\(img/(.+?)\.png\)", (ROOT / "docs/editors.zh.md").read_text())
    assert sorted(shown) == sorted(SCENES)
