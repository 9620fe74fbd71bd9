"""Weights of pairs -> joins; paragraphs -> weights."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.intake.lines import read_lines
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.evidence import Evidence
from archive.segmentation.joins import choose_joins, make_offers, weigh_joins
from archive.segmentation.lexicon import load_lexicon
from archive.segmentation.paragraph import Paragraph, read_paragraphs
from tests.archive.small_gazetteer import GAZETTEER


def read(*blocks: str) -> tuple[Paragraph, ...]:
    return read_paragraphs(read_lines("\n\n".join(blocks)))


def weigh(
    *blocks: str, doubtful: frozenset[int] = frozenset(), may_go_round: bool = False
) -> dict[tuple[int, int], float]:
    model, nothing = CharacterModel(), frozenset[int]()
    model.train(blocks)
    lexicon, names = load_lexicon(), GAZETTEER.names
    return weigh_joins(Evidence(read(*blocks), nothing, nothing, doubtful, names, model, lexicon, may_go_round))


def joined(*blocks: str, may_go_round: bool = False) -> list[tuple[int, int]]:
    return sorted((join.one, join.other) for join in choose_joins(weigh(*blocks, may_go_round=may_go_round)))


def test_a_word_cut_by_a_column_is_found_again():
    assert joined("工会走访了全市的困难职", "去年，市总工会还办了食堂。", "工家庭，送去大米和食用油。") == [(0, 2)]


def test_the_next_paragraph_is_the_likeliest_rest():
    assert joined("工会把职工接进新", "家，大家高兴。", "职工们说好。") == [(0, 1)]


def test_a_paragraph_that_begins_anew_is_no_rest():
    assert joined("工会把职工接进新家，并且为他们准备了", "去年，工会还办了食堂。") == []


def test_a_place_cut_by_a_column_is_found_again():
    assert joined("干部走遍了泸", "大家高兴得很，说食堂办得好。", "州市的二十个乡镇。") == [(0, 2)]


def test_the_last_text_of_an_article_rather_goes_on_with_the_first_than_with_none():
    page = ("走访中得知，女工最缺的是技术。", "种出来还得卖出去。", "那年春天，市总的人在")
    weight, round_weight = (weigh(*page, may_go_round=may)[2, 0] for may in (False, True))
    assert round_weight > weight + 0.5


def test_a_quotation_rather_goes_on_where_it_is_closed():
    page = ("他说：“信攒几天，说不定就", "去了十里外的山村。", "误了人家一辈子的事。")
    assert weigh(*page[:2], page[2] + "”")[0, 2] > weigh(*page)[0, 2] + 2


def test_a_paragraph_that_sums_up_is_no_rest():
    assert weigh("至于发卡的是谁，", "说到底，卡只是一扇门，门后要有人。")[0, 1] < 0


def test_what_ends_is_joined_with_nothing():
    assert weigh("工会开展活动。", "家，大家高兴。") == {}


def test_a_doubtful_line_is_joined_to_and_never_goes_on():
    weights = weigh("工会把职工接进新", "家", "职工高兴。", doubtful=frozenset({3}))
    assert {one for one, _ in weights} == {0}


def test_a_line_set_directly_below_is_the_same_paragraph():
    lines = read_paragraphs(read_lines("工会推出服务卡，已经\n去年，发放三十万张。"))
    weights = weigh_joins(Evidence(lines, frozenset(), frozenset(), frozenset(), (), CharacterModel(), load_lexicon()))
    assert [(join.one, join.other, join.is_said) for join in choose_joins(weights)] == [(0, 1, True)]


def test_the_surest_join_is_made_first_and_takes_its_line():
    weights = {(0, 1): 3.0, (2, 1): 5.0, (0, 3): 1.0}
    assert [(join.one, join.other) for join in choose_joins(weights)] == [(2, 1), (0, 3)]


@pytest.mark.parametrize(
    ("next_best", "is_sure", "is_said"),
    [(2.9, False, False), (1.5, True, False), (1.0, True, True), (-1.0, True, True)],
)
def test_a_join_is_sure_and_said_by_its_lead_over_the_next_best(next_best, is_sure, is_said):
    [first] = choose_joins({(0, 1): 3.0, (0, 2): next_best})
    assert (first.is_sure, first.is_said) == (is_sure, is_said)


def test_a_join_of_little_weight_is_not_said_without_rivals_either():
    [first] = choose_joins({(0, 1): 1.5})
    assert (first.is_sure, first.is_said) == (True, False)


def test_what_is_rather_lost_is_not_joined():
    assert choose_joins({(0, 1): 0.2}) == ()


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] != pair[1]), st.floats(-5, 5)
    )
)
def test_joins_are_one_to_one_and_run_in_no_circle(weights):
    after = {join.one: join.other for join in choose_joins(weights)}
    assert len(set(after.values())) == len(after)
    for start in after:
        at, steps = start, 0
        while at in after and steps <= len(after):
            at, steps = after[at], steps + 1
        assert steps <= len(after)


def test_at_most_three_are_offered_the_chosen_first_and_only_likely_ones_are_marked():
    texts = [Paragraph(number, "工会") for number in range(1, 7)]
    weights = {(0, 1): 1.0, (0, 2): 4.0, (0, 3): 3.0, (0, 4): -1.0, (0, 5): -9.0, (1, 2): 9.0}
    offers = make_offers(weights, texts, choose_joins(weights))
    assert [[(option.line, option.is_likely) for option in offer.options] for offer in offers] == [
        [(4, True), (3, True), (2, True)],
        [(3, True)],
    ]


def test_an_empty_article_has_no_joins():
    assert joined() == []
    assert list(pairwise(choose_joins({}))) == []
