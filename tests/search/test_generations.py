"""Generations: the pointer is replaced in one step, and what a killed build leaves is found again."""

from pathlib import Path

import pytest

from search.generations import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "tantivy")


def test_at_first_there_is_none(generations: Generations) -> None:
    assert generations.current() is None
    assert generations.building() is None
    assert generations.names_to_tell() == []


def test_a_build_answers_only_after_the_switch(generations: Generations) -> None:
    first = generations.start()
    assert generations.current() is None
    assert generations.building() == first
    generations.switch_to(first)
    assert generations.current() == first
    assert generations.building() is None


def test_changes_are_told_to_the_answering_and_to_the_building_one(generations: Generations) -> None:
    first = generations.start()
    generations.switch_to(first)
    second = generations.start()
    assert generations.names_to_tell() == [first.name, second.name]


def test_the_previous_generation_stays_until_the_next(generations: Generations) -> None:
    built = []
    for _ in range(3):
        built.append(generations.start())
        generations.switch_to(built[-1])
    assert not built[0].folder.exists()
    assert built[1].folder.exists()
    assert generations.current() == built[2]


def test_a_checkpoint_is_read_back(generations: Generations) -> None:
    generation = generations.start()
    generation.write_checkpoint(4711)
    assert generation.read_checkpoint() == 4711


def test_a_switch_killed_after_the_pointer_is_a_switch(generations: Generations) -> None:
    generation = generations.start()
    (generations.root / "CURRENT").write_text(generation.folder.name)
    assert generations.current() == generation
    assert generations.building() is None


def test_a_generation_of_another_form_is_no_index_and_goes_with_the_next(generations: Generations) -> None:
    old = generations.start()
    generations.switch_to(old)
    (old.folder / "FORM").write_text("0")
    assert generations.current() is None
    left = generations.start()
    (left.folder / "FORM").unlink()
    assert generations.building() is None
    generations.switch_to(generations.start())
    assert not old.folder.exists()


def test_a_pointer_to_a_deleted_folder_is_no_index(generations: Generations) -> None:
    generations.root.mkdir()
    (generations.root / "CURRENT").write_text("generation-000009")
    assert generations.current() is None


def test_the_folder_is_private(generations: Generations) -> None:
    generations.start()
    assert generations.root.stat().st_mode & 0o077 == 0
