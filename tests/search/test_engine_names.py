"""Commands that are told an engine: one that is not there is said in a line, before anything is done."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from haystack import connections

from search.find import find
from search.request import SearchRequest
from tests.running import run_manage

pytestmark = pytest.mark.django_db

COMMANDS = [
    ("rebuild_index", "-u", "nonsense"),
    ("update_index", "-u", "tantivy", "-u", "nonsense"),
    ("clear_index", "--noinput", "-u", "tantivy", "-u", "nonsense"),
    ("search", "工会", "--engine", "nonsense"),
    ("evaluate_relevance", "somewhere", "--engine", "nonsense"),
]


@pytest.fixture(autouse=True)
def archive(reports) -> None:
    """The reports of reports.py, in the index of every engine."""


@pytest.fixture
def without_index(engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Return an engine that has no index."""
    monkeypatch.setattr(connections[engine].get_backend().generations, "root", tmp_path / engine)
    return engine


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_an_engine_that_is_not_there_is_named_with_those_that_are(command: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as error:
        call_command(*command)
    assert str(error.value) == "nonsense: no such engine; there is tantivy, whoosh"
    assert error.value.returncode == 1
    assert find(SearchRequest("工会")).total == 4


@pytest.mark.parametrize("command", COMMANDS[:1] + COMMANDS[3:4], ids=lambda command: command[0])
def test_it_is_said_in_one_line(command: tuple[str, ...], tmp_path: Path) -> None:
    result = run_manage(tmp_path, *command)
    assert result.returncode == 1
    assert result.stderr.splitlines() == ["CommandError: nonsense: no such engine; there is tantivy, whoosh"]


def test_a_name_that_is_no_text_is_no_engine_either() -> None:
    with pytest.raises(CommandError, match="�: no such engine"):
        call_command("rebuild_index", "-u", "\udcff")


@pytest.mark.parametrize("command", [("update_index",), ("clear_index", "--noinput")], ids=lambda command: command[0])
def test_an_engine_without_an_index_is_told_how_it_gets_one(command: tuple[str, ...], without_index: str) -> None:
    with pytest.raises(CommandError) as error:
        call_command(*command, "-u", without_index)
    assert str(error.value) == f"{without_index}: there is no index yet; rebuild_index -u {without_index} builds it"


def test_of_none_named_those_that_have_an_index_are_meant(without_index: str) -> None:
    [other] = {"tantivy", "whoosh"} - {without_index}
    call_command("clear_index", "--noinput", verbosity=0)
    assert find(SearchRequest("工会"), other).total == 0
    call_command("update_index", verbosity=0)
    assert find(SearchRequest("工会"), other).total == 4


def test_without_any_index_it_is_said_what_builds_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("tantivy", "whoosh"):
        monkeypatch.setattr(connections[name].get_backend().generations, "root", tmp_path / name)
    with pytest.raises(CommandError, match="there is no index yet; rebuild_index builds it"):
        call_command("update_index")
