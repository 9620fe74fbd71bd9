"""A rule of segmentation left out: the page is split without it, and with it again afterwards."""

from pathlib import Path

import pytest

from archive.intake.lines import read_lines
from archive.loading.committed import read_committed_gazetteer
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.page import segment_page
from benchmarks.rules import RULES, without

PAGE = Path(__file__).parents[1] / "archive/segmentation/pages/tuning/101_six_city_features.txt"


LINES = read_lines(PAGE.read_text(encoding="utf-8"))[:70]  # an article and the beginning of another
GAZETTEER = read_committed_gazetteer()


def split():
    return segment_page(LINES, GAZETTEER, CharacterModel())


@pytest.mark.parametrize("rule", RULES)
def test_a_page_is_split_without_each_rule(rule):
    with without(rule):
        assert split().articles


def test_a_rule_that_was_left_out_holds_again():
    whole = split()
    with without("take_head"):
        assert split() != whole
    assert split() == whole
