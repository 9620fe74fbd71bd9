"""The line that a step was about."""

import pytest

from archive.desk.splitting.change import ChangeKind
from archive.desk.splitting.touching import find_touched
from tests.archive.desk.splitting.drafts import change, make_draft


@pytest.mark.parametrize(
    ("kind", "line", "fields", "touched"),
    [
        (ChangeKind.GIVE, 7, {"article": 1}, 7),
        (ChangeKind.NOISE, 5, {}, 5),
        (ChangeKind.GAP_AFTER, 5, {}, 5),
        (ChangeKind.DOWN, 3, {}, 3),
        (ChangeKind.COPY, 9, {"target": 3}, 9),
        (ChangeKind.JOIN, 5, {"target": 9}, 5),
        (ChangeKind.UNJOIN, 9, {}, 9),
    ],
)
def test_it_is_the_line_where_it_was_decided_done_and_undone(kind, line, fields, touched) -> None:
    before = make_draft("h1 3 5", "h7 9 +11", breaks="5")
    after = change(before, kind, line, **fields)
    assert find_touched(before, after) == touched
    assert find_touched(after, before) == touched


def test_of_articles_in_another_order_there_is_none() -> None:
    before = make_draft("h1 3", "h5 7")
    after = change(before, ChangeKind.ORDER, article=2, place=0)
    assert after != before
    assert find_touched(before, after) is None


def test_of_articles_put_together_it_is_the_first_line_that_came() -> None:
    before = make_draft("h1 3", "h5 7")
    assert find_touched(before, change(before, ChangeKind.MERGE, article=2, target=1)) == 5


def test_of_a_sentence_that_goes_on_with_another_line_it_is_the_first_that_breaks_off() -> None:
    before = make_draft("h1 3 5 9 11 +7", breaks="3 11")
    after = change(before, ChangeKind.JOIN, 3, target=7)
    assert find_touched(before, after) == 3
    assert find_touched(after, before) == 3
