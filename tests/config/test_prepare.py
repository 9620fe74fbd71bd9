"""The command prepare: a new archive is filled once, and a second run changes nothing."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from archive.models import Province
from config.management.commands import prepare
from tests.running import common_folder, copy_migrated, copy_prepared, manage, run_manage


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A prepared data folder and what was printed."""
    data_dir = tmp_path_factory.mktemp("prepared") / "data"
    return data_dir, copy_prepared(common_folder(tmp_path_factory), data_dir)


def count(data_dir, table):
    with closing(sqlite3.connect(data_dir / "archive.sqlite3")) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def digest(data_dir):
    return hashlib.sha256((data_dir / "archive.sqlite3").read_bytes()).hexdigest()


def test_a_new_archive_has_regions_sample_reports_and_one_editor(prepared):
    data_dir, printed = prepared
    assert count(data_dir, "archive_province") == 34
    assert count(data_dir, "archive_article WHERE is_sample") >= 60
    assert count(data_dir, "auth_user WHERE is_staff") == 1
    assert printed.count("password: ") == 1


def test_a_second_run_changes_no_data_and_shows_no_password(prepared):
    data_dir, _ = prepared
    before = digest(data_dir)
    assert "password" not in manage(data_dir, "prepare")
    assert digest(data_dir) == before


def test_all_that_was_written_is_for_its_owner_alone(prepared, tmp_path):
    manage(tmp_path / "new", "check")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    assert (prepared[0] / "secret_key").stat().st_mode & 0o077 == 0


def test_a_removed_sample_does_not_come_back(prepared):
    data_dir, _ = prepared
    manage(data_dir, "remove_sample")
    manage(data_dir, "prepare")
    assert count(data_dir, "archive_article") == 0


def test_the_sample_can_be_left_out(tmp_path, tmp_path_factory):
    tmp_path /= "data"
    copy_migrated(common_folder(tmp_path_factory), tmp_path)
    manage(tmp_path, "prepare", SAMPLE="0")
    assert count(tmp_path, "archive_province") == 34
    assert count(tmp_path, "archive_article") == 0
    manage(tmp_path, "prepare")
    assert count(tmp_path, "archive_article") == 0


def test_a_sample_choice_that_is_none_is_refused_in_one_line(tmp_path):
    result = run_manage(tmp_path, "prepare", SAMPLE="maybe")
    assert result.returncode == 1
    assert result.stderr.splitlines() == ["CommandError: SAMPLE=maybe: give 1 (with the sample archive) or 0 (without)"]


@pytest.mark.django_db
def test_a_first_start_that_was_interrupted_begins_anew(monkeypatch):
    def interrupted_call(name, **options):
        if name == "load_sample":
            raise KeyboardInterrupt
        Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")

    monkeypatch.setattr(prepare, "call_command", interrupted_call)
    with pytest.raises(KeyboardInterrupt):
        prepare.Command().fill_new_archive(sample=True)
    assert not Province.objects.exists()
