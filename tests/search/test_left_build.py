"""What a killed rebuild left: the next one goes on with it, or it is deleted with its rows."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command

from search import rebuild as rebuilding
from search.engines.backend import ArchiveSearchBackend
from search.find import find
from search.generations import Generation
from search.jobs import repair_index
from search.models import OutboxRow
from search.rebuild import rebuild
from search.request import SearchRequest
from tests.search.reports import add_report, index_twelve_reports

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    index_twelve_reports()


@pytest.fixture
def left(engine: str, backend: ArchiveSearchBackend, monkeypatch: pytest.MonkeyPatch) -> Iterator[Generation]:
    """A build that was killed after its first commit, and a row that has waited for it since."""
    monkeypatch.setattr(rebuilding, "_BATCH", 4)
    monkeypatch.setattr(rebuilding, "_COMMIT_EVERY", 1)

    def stop(_line: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(engine, stop)
    add_report("其间", "工会其间。")
    left = backend.generations.building()
    assert left
    assert OutboxRow.objects.filter(generation=left.name).count() == 1
    yield left
    rebuilding.discard_left()


def test_the_daily_job_deletes_it_with_its_rows(left: Generation) -> None:
    # The job looks after the engine that answers; what another one's rebuild left goes too.
    assert repair_index(settings.SEARCH_ENGINE) == f"{settings.SEARCH_ENGINE}: consistent"
    assert not left.folder.exists()
    assert not OutboxRow.objects.exists()
    add_report("以后", "工会以后。")
    assert not OutboxRow.objects.exists()


def test_the_command_deletes_it_only_when_asked_to_repair_and_says_so(left: Generation, capsys) -> None:
    call_command("check_index")
    assert left.folder.exists()
    call_command("check_index", repair=True)
    assert f"{left.name}: half built by a rebuild that was killed; deleted" in capsys.readouterr().out
    assert not left.folder.exists()
    assert not OutboxRow.objects.exists()


def test_it_stays_while_a_rebuild_is_at_it(backend: ArchiveSearchBackend, left: Generation) -> None:
    with backend.generations.rebuild_lock():
        repair_index(settings.SEARCH_ENGINE)
        assert left.folder.exists()
        assert OutboxRow.objects.filter(generation=left.name).exists()


def test_a_repair_that_has_to_rebuild_goes_on_with_it(
    engine: str, backend: ArchiveSearchBackend, left: Generation
) -> None:
    (backend.generations.root / "CURRENT").unlink()
    assert repair_index(engine) == f"{engine}: repaired"
    assert backend.current() == left
    assert find(SearchRequest("工会"), engine).total == 13


def test_a_damaged_one_is_not_gone_on_with(engine: str, left: Generation) -> None:
    for path in left.engine_folder.iterdir():
        path.write_bytes(b"damaged")
    said: list[str] = []
    rebuild(engine, said.append)
    assert not [line for line in said if "going on" in line]
    assert find(SearchRequest("工会"), engine).total == 13


def test_an_engine_that_is_not_in_use_gets_no_folder(backend: ArchiveSearchBackend, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(backend.generations, "root", tmp_path / "unused")
    assert rebuilding.discard_left() == []
    assert not (tmp_path / "unused").exists()
