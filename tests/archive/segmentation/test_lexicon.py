"""The dictionary and the model of characters -> what follows what."""

import pytest

from archive.segmentation.character_model import CharacterModel
from archive.segmentation.lexicon import load_lexicon


@pytest.mark.parametrize(("before", "after"), [("广大职", "工群众"), ("办起食", "堂来")])
def test_a_break_within_a_word_is_seen(before, after):
    assert load_lexicon().spans(before, after) > 3


@pytest.mark.parametrize(("before", "after"), [("广大", "工会"), ("", ""), ("2013", "年")])
def test_a_break_between_words_is_none(before, after):
    assert load_lexicon().spans(before, after) == 0


def test_a_run_is_cut_into_its_likeliest_words():
    assert load_lexicon().cut("职工食堂") == ["职工", "食堂"]


def test_what_was_seen_is_likelier_than_what_was_not():
    model = CharacterModel()
    model.train(["职工说好。", "职工高兴。"])
    assert model.score("广大职", "工") > model.score("广大职", "高")


def test_the_counts_of_the_archive_and_of_the_page_add_up():
    archive = CharacterModel()
    archive.train(["职工说好。"])
    page = CharacterModel(under=archive)
    alone = page.score("职", "工")
    page.train(["职工高兴。"])
    assert page.score("职", "工") > alone > CharacterModel().score("职", "工")
