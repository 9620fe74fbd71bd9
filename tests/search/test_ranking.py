"""What a report's score is made of."""

import pytest
from whoosh import query

from search.analyzer import Analyzer
from search.literals import Leaf, Literal, OtherName, Words
from search.ranking import RELAXED_RUN, WHOLE_RUN, rank_query


def weights(*leaves: Leaf, is_relaxed: bool = False) -> dict[tuple[str, str], float]:
    rank = rank_query(leaves, Analyzer(), is_relaxed)
    assert rank
    terms = [clause for clause in rank.subqueries if isinstance(clause, query.Term)]
    return {(term.fieldname, term.text): term.boost for term in terms if not term.fieldname.startswith("headline")}


def test_a_word_of_two_characters_counts_as_a_word_and_as_a_bigram() -> None:
    assert weights(Words("工会职工", False)) == {("bigrams", "工会"): 2, ("bigrams", "会职"): 1, ("bigrams", "职工"): 2}


def test_words_of_other_lengths_count_as_words() -> None:
    assert weights(Words("职代会和", False)) == {
        ("words", "职代会"): 1, ("words", "和"): 1,
        ("bigrams", "职代"): 1, ("bigrams", "代会"): 1, ("bigrams", "会和"): 1,
    }  # fmt: skip


def test_a_word_that_is_typed_twice_counts_once() -> None:
    assert weights(Words("工会", False), Words("工会", False)) == {("bigrams", "工会"): 2}


def test_single_characters_rank_what_is_relaxed() -> None:
    relaxed = weights(Words("工会", False), is_relaxed=True)
    assert relaxed == {("bigrams", "工会"): 2, ("chars", "工"): 0.5, ("chars", "会"): 0.5}


def test_headlines_count_as_much_again() -> None:
    rank = rank_query([Literal("职代会", False)], Analyzer())
    assert rank
    boosts = {(term.fieldname, term.text): term.boost for term in rank.subqueries}
    for field in ("words", "bigrams"):
        in_text = {text: boost for (name, text), boost in boosts.items() if name == field}
        assert in_text == {text: boost for (name, text), boost in boosts.items() if name == f"headline_{field}"}


@pytest.mark.parametrize(("text", "earned"), [("工会", []), ("工会职工", [WHOLE_RUN])])
def test_a_run_in_one_piece_earns_more_where_a_hit_may_hold_its_words_scattered(text: str, earned: list[float]) -> None:
    rank = rank_query([Words(text, False)], Analyzer())
    assert rank
    assert [clause.score for clause in rank.subqueries if isinstance(clause, query.ConstantScoreQuery)] == earned


@pytest.mark.parametrize("leaf", [Words("工会职工", False), Words("工会", False), OtherName("工会", False, False)])
def test_where_any_part_is_enough_a_whole_run_is_one_sign_among_others(leaf: Words | OtherName) -> None:
    rank = rank_query([leaf, Words("职代会", False)], Analyzer(), is_relaxed=True)
    assert rank
    earned = [clause.score for clause in rank.subqueries if isinstance(clause, query.ConstantScoreQuery)]
    assert earned == [RELAXED_RUN, RELAXED_RUN]


def test_nothing_typed_has_no_rank() -> None:
    assert rank_query([], Analyzer()) is None
