"""The ground that all tests stand on: a data folder of their own, made before the settings are read.

pytest-django would read the settings before this file if pyproject.toml named them; so they are named here.
"""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.test import override_settings

# What a person may have set for their own archive; no test may follow it there.
OF_A_REAL_ARCHIVE = (
    "ALLOWED_HOSTS",
    "ARCHIVE_IS_OPEN",
    "AUTHOR_MAY_PUBLISH",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "HOST",
    "PAST_SEARCHES",
    "PORT",
    "PROXIES",
    "QUERY_LOG",
    "SAMPLE",
    "SEARCH_ENGINE",
    "SECRET_KEY",
)


def make_data_dir() -> Path:
    """Return a fresh data folder for this process and point the environment at it."""
    for name in OF_A_REAL_ARCHIVE:
        os.environ.pop(name, None)
    folder = Path(tempfile.mkdtemp(prefix="union-reports-test-")).resolve()
    (folder / "static").mkdir()
    os.environ["DATA_DIR"] = str(folder)
    return folder


if "config.settings" in sys.modules:
    raise pytest.UsageError("unset DJANGO_SETTINGS_MODULE: tests choose their data folder before the settings")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
DATA_DIR = make_data_dir()
# What is loaded and collected stays to the end; looking through it for garbage all the time takes a tenth of a run.
gc.disable()
django.setup()
# The workers of a parallel run inherit the environment, and with this name in it read the settings too early.
del os.environ["DJANGO_SETTINGS_MODULE"]


# Files of these folders take longest: they start programs and browsers. Coming first, none is left alone at the end.
# All browser tests wait for one archive to be prepared: the benchmarks keep the other processes busy meanwhile.
LONGEST_FIRST = ("benchmarks", "browser", "config", "search")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the processes of a parallel run take them in this order."""
    items.sort(key=_rank)


def pytest_collection_finish() -> None:
    """Look for garbage again, among what the tests make."""
    gc.freeze()
    gc.enable()


def _rank(item: pytest.Item) -> int:
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)


def pytest_unconfigure() -> None:
    """Remove the folder, also after a failure."""
    shutil.rmtree(DATA_DIR, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def settings_of_tests() -> Iterator[None]:
    """Serve static files under their plain names, and hash passwords quickly."""
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": static},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True, scope="module")
def no_index_is_left() -> Iterator[None]:
    """Take the indexes of a module away after it: later ones would find its reports."""
    yield
    from tests.indexes import take_indexes_away  # reads the settings when it is loaded

    take_indexes_away()
