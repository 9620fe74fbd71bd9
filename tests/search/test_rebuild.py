"""Rebuilding: beside what answers, with what changes meanwhile, and on after a kill."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from archive.models import Article
from search import rebuild as rebuilding
from search.check import compare, repair
from search.engines.backend import ArchiveSearchBackend
from search.find import find
from search.models import OutboxRow
from search.rebuild import RebuildError, ensure_index, rebuild
from search.request import SearchRequest
from tests.search.reports import add_report, index_twelve_reports

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    index_twelve_reports()


@pytest.fixture
def total(engine: str) -> Callable[[str], int]:
    return lambda text: find(SearchRequest(text), engine).total


def test_searches_answer_while_a_rebuild_runs_and_changes_reach_both(
    engine: str, backend: ArchiveSearchBackend, total, monkeypatch
) -> None:
    monkeypatch.setattr(rebuilding, "_BATCH", 4)
    monkeypatch.setattr(rebuilding, "_COMMIT_EVERY", 1)
    before = backend.current()
    seen = []

    def change(line: str) -> None:
        seen.append(total("工会"))
        add_report(f"途中{len(seen)}", "工会途中。")
        Article.objects.filter(headline="报道0").update(status="withdrawn")

    rebuilt = rebuild(engine, change)
    assert seen[0] == 12
    assert all(count >= 12 for count in seen)
    assert backend.current() == rebuilt.generation != before
    assert total("工会") == Article.objects.published().count()
    assert total("“途中”") == len(seen)
    assert total("“报道0”") == 0
    assert compare(engine).is_consistent


def test_a_killed_rebuild_goes_on_at_its_checkpoint(engine: str, backend, total, monkeypatch) -> None:
    monkeypatch.setattr(rebuilding, "_BATCH", 4)
    monkeypatch.setattr(rebuilding, "_COMMIT_EVERY", 1)
    lines: list[str] = []

    def stop(line: str) -> None:
        lines.append(line)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(engine, stop)
    left = backend.generations.building()
    assert left is not None
    assert left.read_checkpoint() > 0
    add_report("其间", "工会其间。")
    rebuilt = rebuild(engine, lines.append)
    assert rebuilt.generation == left
    assert "going on" in lines[1]
    assert total("工会") == 13
    assert compare(engine).is_consistent


def test_a_generation_that_differs_from_the_database_is_not_switched_to(engine: str, backend, monkeypatch) -> None:
    before = backend.current()
    monkeypatch.setattr(rebuilding, "_batches", lambda *_: iter([]))
    with pytest.raises(RebuildError, match="12 articles differ"):
        rebuild(engine)
    assert backend.current() == before
    assert backend.generations.building() is None


def test_two_rebuilds_at_once_are_refused(engine: str, backend) -> None:
    with backend.generations.rebuild_lock(), pytest.raises(CommandError, match="running already"):
        call_command("rebuild_index", using=[engine])


def test_the_old_generations_rows_go_with_it(engine: str, backend) -> None:
    OutboxRow.objects.create(generation=f"{engine}/generation-000000", article_id=1)
    rebuild(engine)
    assert not OutboxRow.objects.exists()


def test_haystacks_commands_work(engine: str, total, capsys) -> None:
    call_command("clear_index", using=[engine], interactive=False, verbosity=0)
    assert total("工会") == 0
    call_command("update_index", using=[engine], verbosity=0)
    assert total("工会") == 12
    call_command("rebuild_index", using=[engine], noinput=True)
    assert total("工会") == 12
    assert "12 articles, now answering" in capsys.readouterr().out


def test_ensure_index_builds_only_what_is_missing(engine: str, backend) -> None:
    assert not ensure_index(engine)
    (backend.generations.root / "CURRENT").unlink()
    assert ensure_index(engine)


def test_check_finds_and_repairs_what_differs(engine: str, backend, total) -> None:
    articles = list(Article.objects.order_by("pk"))
    with backend.index_class(backend.current().engine_folder).writer() as writer:
        writer.remove([articles[0].pk])
        writer.commit()
    # Past the signals, as a hand in the database would.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.outbox.all_generations", list)
        Article.objects.filter(pk=articles[1].pk).update(body="工会改过。")
        Article.objects.filter(pk=articles[2].pk).update(status="withdrawn")
    comparison = compare(engine)
    assert comparison.missing == (articles[0].pk,)
    assert comparison.out_of_date == (articles[1].pk,)
    assert comparison.left_over == (articles[2].pk,)
    repair(engine, comparison)
    assert compare(engine).is_consistent
    assert total("“工会改过”") == 1


def test_check_notices_and_repairs_a_damaged_index(engine: str, backend, total) -> None:
    for path in backend.current().engine_folder.iterdir():
        path.write_bytes(b"damaged")
    backend._opened = None
    comparison = compare(engine)
    assert comparison.damage
    repair(engine, comparison)
    assert total("工会") == 12


def test_the_command_says_what_differs_and_repairs(engine: str, backend, capsys) -> None:
    with backend.index_class(backend.current().engine_folder).writer() as writer:
        writer.remove(list(Article.objects.values_list("pk", flat=True))[:1])
        writer.commit()
    with pytest.raises(CommandError, match="--repair"):
        call_command("check_index")
    assert "1 missing" in capsys.readouterr().out
    call_command("check_index", repair=True)
    assert f"repaired: {engine}: 12 articles, 12 indexed: consistent" in capsys.readouterr().out
    call_command("check_index")
