"""The tests themselves stay away from every real archive."""

import tempfile
from pathlib import Path

from django.conf import settings

from config.environment import ROOT


def test_the_data_folder_of_tests_is_a_temporary_one():
    assert Path(tempfile.gettempdir()).resolve() in settings.DATA_DIR.parents
    assert ROOT / "data" != settings.DATA_DIR


def test_everything_that_is_written_lies_below_the_data_folder():
    written = [settings.STATIC_ROOT, settings.MEDIA_ROOT, settings.SEARCH_INDEX_DIR]
    written.append(Path(settings.LOGGING["handlers"]["file"]["filename"]))
    assert all(settings.DATA_DIR in path.parents for path in written)


def test_tests_use_a_database_of_their_own(db):
    from django.db import connection

    assert connection.vendor == "sqlite"
    assert "memory" in str(connection.settings_dict["NAME"])
