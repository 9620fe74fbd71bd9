import pytest

from archive.desk.splitting.change import ChangeError, ChangeKind
from tests.archive.desk.splitting.drafts import change, make_draft, show


def test_the_line_that_goes_on_comes_to_stand_behind_the_one_that_breaks_off():
    assert show(change(make_draft("1 c3 5 7", breaks="1"), ChangeKind.JOIN, 1, target=5)) == ["1 +5 c3 7"]


def test_what_is_joined_to_it_comes_with_it():
    assert show(change(make_draft("1 c3 5 +7 9"), ChangeKind.JOIN, 1, target=5)) == ["1 +5 +7 c3 9"]


def test_a_column_that_was_read_too_early_comes_whole():
    draft = make_draft("h1 11 13 15 3 5", breaks="5 15")
    assert show(change(draft, ChangeKind.JOIN, 5, target=11)) == ["h1 3 5 +11 13 15"]


def test_a_column_that_was_read_too_late_comes_up_to_its_break():
    draft = make_draft("1 3 5 7 9 11", breaks="1 9")
    assert show(change(draft, ChangeKind.JOIN, 1, target=7)) == ["1 +7 9 3 5 11"]


def test_a_column_that_runs_into_the_broken_line_cannot_come_whole():
    draft = make_draft("11 1 3 5", breaks="3")
    assert show(change(draft, ChangeKind.JOIN, 3, target=11)) == ["1 3 +11 5"]


def test_only_the_sentence_comes_from_another_article():
    draft = make_draft("1 3", "5 7 9", breaks="3")
    assert show(change(draft, ChangeKind.JOIN, 3, target=5)) == ["1 3 +5", "7 9"]


def test_an_unplaced_line_taken_for_a_crosshead_can_go_on_with_a_sentence():
    assert show(change(make_draft("1", unplaced="x3"), ChangeKind.JOIN, 1, target=3)) == ["1 +3"]


def test_what_went_on_before_stands_alone_and_no_gap_is_left():
    draft = make_draft("1 +3 5", "[7")
    assert show(change(draft, ChangeKind.JOIN, 1, target=7)) == ["1 +7 3 5"]
    assert show(change(make_draft("1] 3", "[5"), ChangeKind.JOIN, 1, target=5)) == ["1 +5 3"]


def test_a_sentence_cannot_go_on_with_its_own_beginning():
    with pytest.raises(ChangeError):
        change(make_draft("1 +3"), ChangeKind.JOIN, 3, target=1)
    with pytest.raises(ChangeError):
        change(make_draft("1 +3"), ChangeKind.JOIN, 1, target=1)


def test_noise_goes_on_with_nothing():
    with pytest.raises(ChangeError):
        change(make_draft("1", noise="3"), ChangeKind.JOIN, 3, target=1)


def test_a_join_is_undone_from_either_side():
    draft = make_draft("1 +3 5")
    assert show(change(draft, ChangeKind.UNJOIN, 1)) == ["1 3 5"]
    assert show(change(draft, ChangeKind.UNJOIN, 3)) == ["1 3 5"]
    with pytest.raises(ChangeError):
        change(draft, ChangeKind.UNJOIN, 5)
