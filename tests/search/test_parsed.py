"""A query as read: which runs of it are marked in a report."""

import pytest

from search.language import parse_query


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("送清凉", ["清凉", "送清凉"]),
        ("工会送清凉", ["工会", "清凉", "工会送", "送清凉"]),
        ("高温，送清凉", ["高温", "清凉", "送清凉"]),
        ("落实的要求", ["落实", "要求", "落实的", "的要求"]),
        ("送，清凉", ["清凉"]),
        ("送", ["送"]),
        ("送 清凉", ["送", "清凉"]),
        ("送、凉", ["送", "凉"]),
        ("“送清凉”", ["送清凉"]),
        ("工资集体协商", ["工资", "集体", "协商"]),
    ],
)
def test_a_character_that_the_cut_left_over_is_marked_only_beside_its_neighbours(text: str, runs: list[str]) -> None:
    assert list(parse_query(text, is_literal=True).runs) == runs


def test_of_a_relaxed_query_any_words_are_marked() -> None:
    assert parse_query("落实“两个普遍”的要求", is_literal=True).relax().runs == (
        "落实", "两个普遍", "两个", "普遍", "要求",
    )  # fmt: skip
