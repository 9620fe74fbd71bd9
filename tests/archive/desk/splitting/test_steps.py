import pytest

from archive.desk.splitting.change import ChangeKind
from archive.desk.splitting.draft import write_draft
from archive.desk.splitting.steps import StepError, find_difference, replace_piece
from tests.archive.desk.splitting.drafts import change, make_draft


def test_a_difference_holds_only_the_stretch_that_differs():
    draft = make_draft(" ".join(map(str, range(1, 2000))))
    difference = find_difference(write_draft(draft), write_draft(change(draft, ChangeKind.NOISE, 1000)))
    assert difference.before == {"article 1": [999, [[1000, "paragraph"]]], "noise": [0, []]}
    assert difference.after == {"article 1": [999, []], "noise": [0, [[1000, "paragraph"]]]}


def test_no_change_is_no_difference():
    draft = write_draft(make_draft("1 3"))
    assert find_difference(draft, draft).before == {}


def test_a_step_that_does_not_fit_the_draft_is_refused():
    draft = make_draft("1 3 5")
    difference = find_difference(write_draft(draft), write_draft(change(draft, ChangeKind.NOISE, 3)))
    with pytest.raises(StepError):
        replace_piece(write_draft(make_draft("1 5")), difference.before, difference.after)
