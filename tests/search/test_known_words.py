"""Known words: what an index looks up as one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.known_words import KnownWords, read_known_words, write_known_words


def test_words_are_found_within_and_across_others() -> None:
    assert KnownWords(["市总工会", "总工会", "工会组织"]).find("市总工会组织") == ["市总工会", "总工会", "工会组织"]


@given(st.text("总工会组织", max_size=20))
def test_a_word_is_found_as_often_as_it_stands_there(text: str) -> None:
    found = KnownWords(["工会工", "总工会"]).find(text)
    for word in ("工会工", "总工会"):
        assert found.count(word) == sum(text.startswith(word, start) for start in range(len(text)))


@pytest.fixture
def kept(tmp_path: Path) -> tuple[str, ...]:
    """The words of a generation whose vocabulary has these names."""
    write_known_words(tmp_path / "dictionary.txt", ["两个普遍", "送清凉", "普法", "12351热线"])
    return read_known_words(tmp_path / "dictionary.txt")


@pytest.mark.parametrize("word", ["两个普遍", "送清凉", "劳动者"])
def test_names_and_common_words_of_three_characters_are_kept(kept: tuple[str, ...], word: str) -> None:
    assert word in kept


@pytest.mark.parametrize("word", ["普法", "12351热线", "劳动", "一丁不识"])
def test_short_words_seldom_words_and_numbers_are_not(kept: tuple[str, ...], word: str) -> None:
    assert word not in kept


def test_without_a_list_nothing_is_known(tmp_path: Path) -> None:
    assert read_known_words(tmp_path / "dictionary.txt") == ()
