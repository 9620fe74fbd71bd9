"""The pictures of the README: taken into PICTURES where it is set, and small enough to be committed."""

import os
from pathlib import Path

import pytest

LARGEST = 400_000


@pytest.mark.parametrize("screen", ["home", "results", "article", "programme"])
def test_picture_is_small_enough(screen, open_page, paths, tmp_path):
    folder = Path(os.environ.get("PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"{screen}.png"
    open_page(paths[screen]).screenshot(path=picture)
    assert picture.stat().st_size <= LARGEST
