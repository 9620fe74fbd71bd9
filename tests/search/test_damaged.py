"""A damaged index: noticed whatever file it is in, said while searching, and built anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from haystack import connections

from archive.models import Article
from search.engines.contract import IndexDamagedError
from search.find import find
from search.jobs import repair_index
from search.rebuild import rebuild
from search.request import SearchRequest
from search.similar import find_similar
from tests.indexes import take_indexes_away
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db(transaction=True)

REPORTS = 60


@pytest.fixture(autouse=True)
def archive() -> None:
    """Reports and an index of them for every engine, one of them changed since."""
    take_indexes_away()
    add_vocabulary()
    Article.objects.bulk_create(
        [
            Article(headline=f"报道{n}", body=f"工会第{n}号为职工办实事。" * (n % 7 + 1), status="published")
            for n in range(REPORTS)
        ]
    )
    for name in settings.SEARCH_ENGINES:
        rebuild(name)
    Article.objects.filter(headline="报道0").update(body="工会改过。")


def folder_of(engine: str) -> Path:
    return connections[engine].get_backend().current().engine_folder


def largest(engine: str, pattern: str) -> Path:
    return max(folder_of(engine).glob(pattern), key=lambda path: path.stat().st_size)


def damage(path: Path, start: float, end: float, step: int) -> None:
    """Flip bytes between two parts of a file, as a failing disk would, and have it opened anew."""
    content = bytearray(path.read_bytes())
    for place in range(int(start * len(content)), int(end * len(content)), step):
        content[place] ^= 0x5A
    path.unlink()  # in place it would be cut off under whoever reads it
    path.write_bytes(content)
    forget_opened()


def forget_opened() -> None:
    for name in {"default", *settings.SEARCH_ENGINES}:
        connections[name].get_backend()._opened = None


def damage_columns() -> None:
    damage(largest("tantivy", "*.fast"), 0.05, 0.8, 7)


def damage_positions() -> None:
    damage(largest("tantivy", "*.pos"), 0, 0.9, 3)


def damage_segment() -> None:
    damage(largest("whoosh", "*.seg"), 0.02, 0.98, 1)


def empty_contents() -> None:
    next(folder_of("whoosh").glob("*.toc")).write_bytes(b"")
    forget_opened()


DAMAGES = [
    ("tantivy", damage_columns),
    ("tantivy", damage_positions),
    ("whoosh", damage_segment),
    ("whoosh", empty_contents),
]


@pytest.mark.parametrize(("damaged", "harm"), DAMAGES)
def test_damage_is_said_and_mended(damaged: str, harm: Callable[[], None], capsys) -> None:
    harm()
    with pytest.raises(IndexDamagedError):
        find(SearchRequest("“办实事”"), damaged)
    with pytest.raises(CommandError, match="--repair"):
        call_command("check_index")
    assert f"{damaged}: cannot be read: IndexDamagedError: " in capsys.readouterr().out
    call_command("check_index", repair=True)
    assert f"repaired: {damaged}: {REPORTS} articles, {REPORTS} indexed: consistent" in capsys.readouterr().out
    assert find(SearchRequest("“办实事”"), damaged).total == REPORTS - 1


def test_the_page_says_that_the_index_cannot_be_read_and_the_site_goes_on(client: Client) -> None:
    damage_columns()
    damage_positions()
    for address in ("/", "/search/?q=工会", "/search/?q=“办实事”"):
        assert client.get(address).status_code == 503
    assert repair_index("tantivy") == "tantivy: repaired"
    assert repair_index("tantivy") == "tantivy: consistent"
    assert client.get("/search/?q=工会").status_code == 200


def test_a_repair_while_a_rebuild_is_running_is_passed_over_and_said() -> None:
    damage_columns()
    running = connections["tantivy"].get_backend().generations.rebuild_lock()
    with running, pytest.raises(CommandError, match="tantivy: a rebuild is running already"):
        call_command("check_index", repair=True)


@pytest.mark.parametrize(("damaged", "harm"), DAMAGES)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_search_command_says_what_to_do_in_one_line(
    damaged: str, harm: Callable[[], None], form: list[str]
) -> None:
    harm()
    with pytest.raises(CommandError, match=f"^{damaged}: the index is damaged; check_index --repair builds it anew$"):
        call_command("search", "“办实事”", "--engine", damaged, *form)


@pytest.mark.parametrize(("damaged", "harm"), DAMAGES)
@pytest.mark.parametrize("command", [("update_index",), ("clear_index", "--noinput")], ids=lambda command: command[0])
def test_a_damaged_index_is_said_in_one_line_before_any_is_changed(
    damaged: str, harm: Callable[[], None], command: tuple[str, ...], capfd
) -> None:
    harm()
    with pytest.raises(CommandError, match=f"^{damaged}: the index is damaged; check_index --repair builds it anew$"):
        call_command(*command)
    assert capfd.readouterr() == ("", "")
    [sound] = set(settings.SEARCH_ENGINES) - {damaged}
    assert find(SearchRequest("“办实事”"), sound).total == REPORTS - 1


def test_the_start_builds_anew_an_index_that_can_take_no_changes(capsys) -> None:
    (folder_of("tantivy") / "meta.json").write_bytes(b"damaged")
    add_report("其间", "工会其间。")
    call_command("ensure_index")
    assert "tantivy: index built anew" in capsys.readouterr().out
    assert find(SearchRequest("“其间”")).total == 1


def test_a_file_that_vanishes_under_a_running_site_is_said_at_once(client: Client) -> None:
    assert client.get("/search/?q=工会").status_code == 200
    there = set(folder_of("tantivy").glob("*.idx"))
    add_report("新来", "工会新来。")
    for new in set(folder_of("tantivy").glob("*.idx")) - there:
        new.unlink()
    assert client.get("/search/?q=工会").status_code == 503
    assert repair_index("tantivy") == "tantivy: repaired"


def test_an_article_can_be_saved_while_the_index_is_damaged_and_is_found_after_the_repair(engine: str) -> None:
    damage_columns()
    damage_positions()
    damage_segment()
    for n in range(10):
        add_report(f"其间{n}", "工会其间。")
    repair_index(engine)
    assert find(SearchRequest("“其间”"), engine).total == 10


def test_similar_reports_of_a_damaged_index_are_damage(engine: str) -> None:
    largest(engine, {"tantivy": "*.term", "whoosh": "*.seg"}[engine]).unlink()
    forget_opened()
    with pytest.raises(IndexDamagedError):
        find_similar(Article.objects.get(headline="报道8"), engine)
    assert repair_index(engine) == f"{engine}: repaired"
