"""Temporary files lie below the data folder."""

import subprocess
import sys
import tempfile
from pathlib import Path

from config.temporary import keep_temporary_files_in


def test_this_process_and_those_it_starts_write_below_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    monkeypatch.setenv("TMPDIR", tempfile.gettempdir())
    folder = keep_temporary_files_in(tmp_path)
    ask = [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir())"]
    told = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    assert Path(tempfile.gettempdir()) == Path(told) == folder
    assert tmp_path in folder.parents
    assert folder.stat().st_mode & 0o077 == 0
