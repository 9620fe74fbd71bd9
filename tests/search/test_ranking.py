"""What a report's score is made of."""

import pytest
from whoosh import query

from search.analyzer import Analyzer
from search.literals import Leaf, Literal, NameWithin, OtherName, Words
from search.ranking import RELAXED_NAME, RELAXED_RUN, WHOLE_RUN, rank_query


def weights(*leaves: Leaf, is_relaxed: bool = False) -> dict[tuple[str, str], float]:
    rank = rank_query(leaves, Analyzer(), is_relaxed)
    assert rank
    terms = [clause for clause in rank.subqueries if isinstance(clause, query.Term)]
    return {(term.fieldname, term.text): term.boost for term in terms if not term.fieldname.startswith("headline")}


def earned(*leaves: Leaf, is_relaxed: bool) -> list[float]:
    rank = rank_query(leaves, Analyzer(), is_relaxed)
    assert rank
    return [clause.score for clause in rank.subqueries if isinstance(clause, query.ConstantScoreQuery)]


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


@pytest.mark.parametrize(("text", "weights"), [("工会", []), ("工会职工", [WHOLE_RUN])])
def test_a_run_in_one_piece_earns_more_where_a_hit_may_hold_its_words_scattered(
    text: str, weights: list[float]
) -> None:
    assert earned(Words(text, False), is_relaxed=False) == weights


@pytest.mark.parametrize(
    ("leaf", "weight"),
    [
        (Words("工会职工", False), RELAXED_RUN),
        (Words("工会", False), RELAXED_RUN),
        (OtherName("工会", False, False), RELAXED_NAME),
        (NameWithin("工会", False, False, False), RELAXED_NAME),
    ],
)
def test_where_any_part_is_enough_a_whole_run_is_one_sign_among_others(leaf: Leaf, weight: float) -> None:
    assert earned(leaf, Words("职代会", False), is_relaxed=True) == [weight, RELAXED_RUN]


@pytest.mark.parametrize(("has_others", "weights"), [(True, [WHOLE_RUN, WHOLE_RUN]), (False, [WHOLE_RUN])])
def test_a_name_within_words_earns_as_much_as_all_of_them_where_a_hit_may_hold_another(has_others, weights) -> None:
    within = NameWithin("面心实", False, False, has_others)
    assert earned(Words("面心实活动", False), within, is_relaxed=False) == weights


def test_nothing_typed_has_no_rank() -> None:
    assert rank_query([], Analyzer()) is None
