"""The form that queries are counted in."""

import pytest

from search.queries.folding import fold_query


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("工会", "工会"),
        ("工會　ＡＢＣ", "工会 abc"),
        ("“两个普遍” -农民工", '"两个普遍" -农民工'),
        ("city：泸州 OR year:2013", "city:泸州 OR year:2013"),
        ("ORANGE or NOT", "orange or NOT"),
        ("工\x00会\n\t职工", "工 会 职工"),
        ("（职代会 OR 农民工）", "(职代会 OR 农民工)"),
        ("", ""),
        ("？！ “”", ""),
        ("字" * 300, "字" * 100),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same_and_signs_stay(typed: str, folded: str) -> None:
    assert fold_query(typed) == folded


def test_a_folded_query_folds_to_itself() -> None:
    once = fold_query("「兩個普遍」 OR ﾊﾟ İ ẞ ㎏")
    assert fold_query(once) == once
