"""The commands of an archive that was never prepared."""

import pytest

from tests.running import run_manage


@pytest.mark.parametrize("command", [("search", "工会"), ("load_reference",)])
def test_an_archive_without_tables_is_told_in_one_line(tmp_path, command):
    result = run_manage(tmp_path / "new", *command)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("no such table: ")
    assert line.endswith("This archive has no tables yet: `manage.py prepare` makes them, as `make run` does")
