"""The five real pages beside the repository, for the tests marked `shared`."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAGES = SHARED / "pages"
GOLD = SHARED / "evaluation" / "pages"

needs_shared_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not here")


def read_shared_pages() -> list[tuple[str, bytes]]:
    """Return name and bytes of each page, in order of name."""
    return [(path.name, path.read_bytes()) for path in sorted(PAGES.glob("*.txt"))]
