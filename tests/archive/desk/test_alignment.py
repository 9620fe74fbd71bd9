"""Two sequences -> the stretches that they have in common and those that differ."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.desk import alignment
from archive.desk.alignment import Stretch, align, join_stretches

FEW = st.lists(st.sampled_from("工会职"), max_size=12)


def shown(stretches):
    return [(one.is_same, one.old_start, one.old_end, one.new_start, one.new_end) for one in stretches]


def rebuild(stretches, old, new):
    """Return both sequences as the stretches make them up, which is what they were if none has a hole."""
    return (
        [one for stretch in stretches for one in old[stretch.old_start : stretch.old_end]],
        [one for stretch in stretches for one in new[stretch.new_start : stretch.new_end]],
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("工会", "工会", [(True, 0, 2, 0, 2)]),
        ("工会", "", [(False, 0, 2, 0, 0)]),
        ("", "工会", [(False, 0, 0, 0, 2)]),
        ("送清凉", "送温暖", [(True, 0, 1, 0, 1), (False, 1, 3, 1, 3)]),
        ("总工会", "工会", [(False, 0, 1, 0, 0), (True, 1, 3, 0, 2)]),
        ("工会送", "工会", [(True, 0, 2, 0, 2), (False, 2, 3, 2, 2)]),
        ("工人会", "工会", [(True, 0, 1, 0, 1), (False, 1, 2, 1, 1), (True, 2, 3, 1, 2)]),
    ],
)
def test_what_is_common_and_what_differs(old, new, expected):
    assert shown(align(old, new)) == expected


@given(FEW, FEW)
def test_the_stretches_cover_both_without_a_hole_and_take_turns(old, new):
    stretches = align(old, new)
    assert rebuild(stretches, old, new) == (old, new)
    assert all(old[one.old_start : one.old_end] == new[one.new_start : one.new_end] for one in stretches if one.is_same)
    kinds = [one.is_same for one in stretches]
    assert all(one != other for one, other in pairwise(kinds))


@given(FEW, FEW)
def test_sequences_too_large_for_one_table_are_cut_and_still_covered(old, new):
    limit = alignment._MOST_PAIRS
    alignment._MOST_PAIRS = 4
    try:
        stretches = align(old, new)
    finally:
        alignment._MOST_PAIRS = limit
    assert rebuild(stretches, old, new) == (old, new)
    assert all(old[one.old_start : one.old_end] == new[one.new_start : one.new_end] for one in stretches if one.is_same)


def test_of_what_is_cut_the_parts_that_both_have_once_stay_common(monkeypatch):
    monkeypatch.setattr(alignment, "_MOST_PAIRS", 30)
    old = [f"句{number}" for number in range(40)]
    new = [*old[:10], "加的", *old[10:20], *old[25:]]
    changed = [(old[one.old_start : one.old_end], new[one.new_start : one.new_end]) for one in align(old, new)]
    assert ([], ["加的"]) in changed
    assert (old[20:25], []) in changed


def test_neighbours_of_one_kind_become_one_and_empty_ones_go():
    stretches = [
        Stretch(True, 0, 1, 0, 1),
        Stretch(False, 1, 1, 1, 1),
        Stretch(True, 1, 3, 1, 3),
        Stretch(False, 3, 4, 3, 3),
        Stretch(False, 4, 4, 3, 5),
    ]
    assert shown(join_stretches(stretches)) == [(True, 0, 3, 0, 3), (False, 3, 4, 3, 5)]
