"""Steps that are kept: made, undone, done again; and what others do meanwhile."""

import pytest
from django.contrib.auth.models import User

from archive.desk.holding import take_hold
from archive.desk.splitting.change import ChangeError
from archive.desk.splitting.conflict import FinishedError, HeldError, OutdatedError
from archive.desk.splitting.stepping import FolioError
from archive.models import Hold, Newspaper, Page, Split
from tests.archive.desk.splitting.drafts import show
from tests.archive.desk.splitting.made_up_page import (
    DRAFT,
    TEXT,
    articles_of,
    draft_of,
    last_key_of,
    open_made_up_split,
    step,
)

pytestmark = pytest.mark.django_db
FIRST = show(DRAFT)


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna")


@pytest.fixture
def bo() -> User:
    return User.objects.create_user("bo")


@pytest.fixture
def split() -> Split:
    return open_made_up_split()


def test_a_step_is_stored_with_who_made_it(split, anna):
    taken = step(split, anna, "give:2", line=7)
    assert (taken.label, taken.was_seen) == ("第 7 行归入第 2 篇", True)
    assert articles_of(split) == ["h1 3 c5", "h9 7 11"]
    kept = split.steps.get()
    assert (kept.number, kept.label, kept.user) == (1, taken.label, anna)


def test_a_step_that_changes_nothing_is_not_kept(split, anna):
    assert step(split, anna, "give:1", line=7).label == ""
    assert not split.steps.exists()


def test_steps_are_undone_and_done_again_one_by_one(split, anna):
    step(split, anna, "give:2", line=7)
    first = last_key_of(split)
    step(split, anna, "noise", line=11, seen=first)
    second = articles_of(split), last_key_of(split)
    assert step(split, anna, "undo", seen=second[1]).label == "撤销：第 11 行不属于稿件"
    assert articles_of(split) == ["h1 3 c5", "h9 7 11"]
    step(split, anna, "undo", seen=first)
    assert articles_of(split) == FIRST
    step(split, anna, "redo", seen=0)
    assert step(split, anna, "redo", seen=first).label == "重做：第 11 行不属于稿件"
    assert articles_of(split) == second[0]
    assert draft_of(split).noise[0].line == 11


def test_there_is_nothing_to_undo_before_the_first_step_nor_to_do_again_behind_the_last(split, anna):
    for do in ("undo", "redo"):
        with pytest.raises(ChangeError):
            step(split, anna, do)


def test_a_new_step_takes_the_place_of_what_was_undone(split, anna):
    step(split, anna, "give:2", line=7)
    step(split, anna, "undo", seen=last_key_of(split))
    step(split, anna, "noise", line=5)
    assert [kept.label for kept in split.steps.all()] == ["第 5 行不属于稿件"]
    with pytest.raises(ChangeError):
        step(split, anna, "redo", seen=last_key_of(split))


def test_a_step_that_is_impossible_leaves_all_as_it_was(split, anna):
    with pytest.raises(ChangeError):
        step(split, anna, "give:9", line=7)
    assert articles_of(split) == FIRST
    assert not split.steps.exists()


def test_the_text_of_the_page_is_never_changed(split, anna):
    step(split, anna, "noise", lines="1,3,5,7,9,11,13,15")
    assert Page.objects.get().text == TEXT


def test_proposing_anew_can_be_undone(split, anna):
    step(split, anna, "merge:2:1")
    merged = last_key_of(split)
    assert step(split, anna, "propose", seen=merged).label == "重新提议"
    assert sorted(draft_of(split).lines) == [1, 3, 5, 7, 9, 11, 13, 15]
    step(split, anna, "undo", seen=last_key_of(split))
    assert len(articles_of(split)) == 1
    step(split, anna, "undo", seen=merged)
    assert draft_of(split) == DRAFT


def test_the_pages_own_data_are_corrected_and_the_correction_undone(split, anna):
    Newspaper.objects.create(name="样报")
    step(split, anna, "folio", newspaper="样报", date="2013-09-23", number="4")
    assert str(Page.objects.get()) == "样报 2013年9月23日 第4版"
    step(split, anna, "undo", seen=last_key_of(split))
    page = Page.objects.get()
    assert (page.newspaper, page.date, page.number) == (None, None, None)


def test_data_that_cannot_be_right_are_refused_by_field(split, anna):
    with pytest.raises(FolioError) as refused:
        step(split, anna, "folio", date="某日", number="四")
    assert set(refused.value.problems) == {"date", "number"}


def test_a_correction_that_was_corrected_elsewhere_is_not_undone(split, anna):
    step(split, anna, "folio", number="4")
    Page.objects.update(number=5)
    with pytest.raises(ChangeError):
        step(split, anna, "undo", seen=last_key_of(split))
    assert Page.objects.get().number == 5


def test_a_step_takes_the_hold_and_another_person_has_to_take_it_over(split, anna, bo):
    step(split, anna, "give:2", line=7)
    with pytest.raises(HeldError) as held:
        step(split, bo, "noise", line=5, seen=last_key_of(split))
    assert held.value.notice.holder == "anna"
    step(split, bo, "noise", line=5, seen=last_key_of(split), force="yes")
    assert Hold.objects.get().user == bo
    assert articles_of(split) == ["h1 3", "h9 7 11"]


def test_a_step_on_other_lines_than_those_that_changed_meanwhile_is_taken(split, anna):
    step(split, anna, "noise", line=5)
    assert not step(split, anna, "role:byline", line=11).was_seen
    assert articles_of(split) == ["h1 3 7", "h9 b11"]


@pytest.mark.parametrize(
    ("do", "fields"),
    [("role:byline", {"line": 5}), ("copy", {"line": 3, "target": 5}), ("undo", {}), ("propose", {}), ("remove:1", {})],
)
def test_a_step_on_what_changed_meanwhile_is_not_taken_unseen(split, anna, do, fields):
    step(split, anna, "noise", line=5)
    before = articles_of(split)
    with pytest.raises(OutdatedError) as outdated:
        step(split, anna, do, **fields)
    assert [kept.label for kept in outdated.value.steps] == ["第 5 行不属于稿件"]
    assert articles_of(split) == before
    step(split, anna, do, force="yes", **fields)
    assert articles_of(split) != before or draft_of(split).noise[0].role == "byline"


def test_a_step_after_one_that_was_undone_meanwhile_is_not_taken_unseen(split, anna):
    step(split, anna, "noise", line=5)
    seen = last_key_of(split)
    step(split, anna, "undo", seen=seen)
    with pytest.raises(OutdatedError) as outdated:
        step(split, anna, "role:byline", line=11, seen=seen)
    assert outdated.value.steps == ()


@pytest.mark.parametrize("do", ["down", "gap_after", "new", "whole"])
def test_a_step_that_is_sent_again_without_an_answer_is_taken_once(split, anna, do):
    step(split, anna, do, line=3)
    after = draft_of(split)
    again = step(split, anna, do, line=3, again=1)
    assert not again.was_seen
    assert again.is_repeated
    assert again.label == split.steps.get().label
    assert draft_of(split) == after


def test_undoing_and_doing_again_are_taken_once_too(split, anna):
    step(split, anna, "noise", line=5)
    step(split, anna, "noise", line=7, seen=last_key_of(split))
    first, second = split.steps.order_by("number").values_list("pk", flat=True)
    for _time in range(2):
        step(split, anna, "undo", seen=second, again=1)
    assert articles_of(split) == ["h1 3 7", "h9 11"]
    for _time in range(2):
        step(split, anna, "redo", seen=first, again=1)
    assert articles_of(split) == ["h1 3", "h9 11"]


def test_what_looks_sent_again_and_is_another_step_is_not_swallowed(split, anna):
    step(split, anna, "noise", line=5)
    with pytest.raises(OutdatedError):
        step(split, anna, "role:byline", line=5, again=1)


def test_a_finished_page_takes_no_step(split, anna, bo):
    Split.objects.update(finished="2026-01-01T00:00Z", finished_by=bo)
    with pytest.raises(FinishedError):
        step(split, anna, "noise", line=5)


def test_a_lapsed_hold_does_not_hinder(split, anna, bo):
    take_hold(bo, page=split.page)
    Hold.objects.update(renewed="2026-01-01T00:00Z")
    assert step(split, anna, "noise", line=5).label
