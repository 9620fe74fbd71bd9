import pytest

from archive.desk.splitting.change import ChangeError, ChangeKind
from archive.desk.splitting.draft import Role
from tests.archive.desk.splitting.drafts import change, make_draft, show


def test_a_line_is_given_to_the_place_where_it_is_printed():
    draft = make_draft("h1 3 7", "h9 11 5")
    assert show(change(draft, ChangeKind.GIVE, 5, article=1)) == ["h1 3 5 7", "h9 11"]


def test_a_line_printed_before_all_others_comes_first_in_the_body():
    assert show(change(make_draft("h5 7 9", "1 3"), ChangeKind.GIVE, 3, article=1)) == ["h5 3 7 9", "1"]


def test_a_given_line_does_not_part_two_that_are_joined():
    assert show(change(make_draft("3 +9 11", "5 13"), ChangeKind.GIVE, 5, article=1)) == ["3 +9 5 11", "13"]


def test_lines_that_are_joined_are_given_together_and_stay_joined():
    assert show(change(make_draft("1", "3 +5 7"), ChangeKind.GIVE, 3, 5, article=1)) == ["1 3 +5", "7"]


def test_what_went_on_with_a_line_that_is_given_away_stands_alone():
    assert show(change(make_draft("1", "3 +5 +7"), ChangeKind.GIVE, 5, article=1)) == ["1 5", "3 7"]


def test_a_line_that_the_article_has_stays_where_it_is():
    draft = make_draft("5 3 +1")
    assert change(draft, ChangeKind.GIVE, 3, article=1) == draft


def test_noise_a_copy_and_an_unplaced_line_can_be_given_to_an_article():
    draft = make_draft("3", noise="1", unplaced="5", copies="7=3")
    made = change(draft, ChangeKind.GIVE, 1, 5, 7, article=1)
    assert show(made) == ["1 3 5 7"]
    assert (made.noise, made.unplaced, made.copies) == ((), (), ())


def test_an_article_without_lines_is_gone():
    assert show(change(make_draft("1", "3"), ChangeKind.GIVE, 3, article=1)) == ["1 3"]


@pytest.mark.parametrize(("lines", "article"), [((1,), 9), ((99,), 1), ((), 1)])
def test_a_missing_article_or_line_is_refused(lines, article):
    with pytest.raises(ChangeError):
        change(make_draft("1", "3"), ChangeKind.GIVE, *lines, article=article)


def test_a_new_article_stands_among_the_others_where_it_is_printed():
    made = change(make_draft("h1 3 x5 7 9", "h11 13"), ChangeKind.NEW, 5, 7)
    assert show(made) == ["h1 3 9", "h5 7", "h11 13"]
    assert [article.key for article in made.articles] == [1, 3, 2]


def test_a_role_is_changed_where_the_line_stands_and_heads_come_first():
    assert show(change(make_draft("h1 3 5 7"), ChangeKind.ROLE, 5, role=Role.SUBHEAD)) == ["h1 s5 3 7"]


def test_a_line_that_is_no_paragraph_any_more_is_parted_from_both_sides():
    assert show(change(make_draft("1 +3 +5"), ChangeKind.ROLE, 3, role=Role.CAPTION)) == ["1 c3 5"]


def test_noise_can_have_a_role_before_it_is_given_to_an_article():
    made = change(make_draft("1", noise="3"), ChangeKind.ROLE, 3, role=Role.BYLINE)
    assert show(change(made, ChangeKind.GIVE, 3, article=1)) == ["b3 1"]


def test_noise_keeps_no_joins():
    made = change(make_draft("1 +3 5"), ChangeKind.NOISE, 3)
    assert show(made) == ["1 5"]
    assert show(change(made, ChangeKind.GIVE, 3, article=1)) == ["1 3 5"]


def test_a_line_can_be_taken_out_of_its_article_before_it_is_known_where_it_belongs():
    made = change(make_draft("h1 3 +5", noise="7"), ChangeKind.UNPLACED, 5, 7)
    assert show(made) == ["h1 3"]
    assert [entry.line for entry in made.unplaced] == [5, 7]


def test_a_copy_of_a_copy_repeats_the_original():
    made = change(make_draft("1 3 5", copies="7=1"), ChangeKind.COPY, 5, target=7)
    assert [(copy.entry.line, copy.original) for copy in made.copies] == [(5, 1), (7, 1)]


def test_copies_of_a_line_that_turns_out_a_copy_follow_it_to_its_original():
    made = change(make_draft("1 3", copies="7=3"), ChangeKind.COPY, 3, target=1)
    assert [(copy.entry.line, copy.original) for copy in made.copies] == [(3, 1), (7, 1)]


@pytest.mark.parametrize("target", [3, 0, 99])
def test_a_line_is_no_copy_of_itself_or_of_none(target):
    with pytest.raises(ChangeError):
        change(make_draft("1 3"), ChangeKind.COPY, 3, target=target)


def test_what_is_no_copy_goes_to_the_article_above_it():
    assert show(change(make_draft("1 3", "5 9", copies="7=1"), ChangeKind.ORIGINAL, 7)) == ["1 3", "5 7 9"]


def test_what_is_no_copy_and_has_no_article_above_is_unplaced():
    made = change(make_draft("3 5", copies="1=3"), ChangeKind.ORIGINAL, 1)
    assert [entry.line for entry in made.unplaced] == [1]


def test_a_gap_is_marked_with_its_reason_and_taken_back():
    draft = change(make_draft("1 +3"), ChangeKind.GAP_AFTER, 1, reason="后栏未收到")
    assert draft.articles[0].entries[0].gap_after == "后栏未收到"
    assert show(draft) == ["1] 3"]
    assert show(change(draft, ChangeKind.GAP_AFTER, 1)) == ["1 3"]


def test_a_gap_before_a_line_parts_it_from_what_it_went_on_with():
    draft = change(make_draft("1 +3"), ChangeKind.GAP_BEFORE, 3)
    assert show(draft) == ["1 [3"]
    assert show(change(draft, ChangeKind.GAP_BEFORE, 3)) == ["1 3"]


def test_noise_has_no_gaps():
    with pytest.raises(ChangeError):
        change(make_draft("1", noise="3"), ChangeKind.GAP_AFTER, 3)


def test_a_line_can_be_said_to_end_where_it_seems_to_break_off():
    made = change(make_draft("1] 3"), ChangeKind.WHOLE, 1)
    entry = made.articles[0].entries[0]
    assert (entry.is_whole, entry.gap_after) == (True, None)
    assert not change(made, ChangeKind.WHOLE, 1).articles[0].entries[0].is_whole


def test_joined_lines_move_together_past_one_unit():
    draft = make_draft("h1 3 +5 7 +9 11")
    assert show(change(draft, ChangeKind.UP, 9)) == ["h1 7 +9 3 +5 11"]
    assert show(change(draft, ChangeKind.DOWN, 3)) == ["h1 7 +9 3 +5 11"]


def test_several_lines_move_as_they_are():
    draft = make_draft("1 3 5 7 9")
    assert show(change(draft, ChangeKind.UP, 5, 7)) == ["1 5 7 3 9"]
    assert show(change(draft, ChangeKind.DOWN, 3, 5)) == ["1 7 3 5 9"]


def test_the_first_line_of_a_body_stays_behind_the_head():
    draft = make_draft("h1 3 5")
    assert change(draft, ChangeKind.UP, 3) == draft
    assert change(draft, ChangeKind.DOWN, 1) == draft


def test_a_line_is_placed_before_another_also_in_another_article():
    draft = make_draft("1 3 +5", "7 9")
    assert show(change(draft, ChangeKind.PLACE, 9, target=5)) == ["1 9 3 +5", "7"]
    assert show(change(draft, ChangeKind.PLACE, 3, target=7)) == ["1", "3 +5 7 9"]


def test_a_line_is_placed_at_the_end_of_an_article():
    assert show(change(make_draft("1 3", "5 7"), ChangeKind.PLACE, 1, article=1)) == ["3 1", "5 7"]


def test_a_line_cannot_be_placed_before_itself_or_before_noise():
    for target in (3, 9):
        with pytest.raises(ChangeError):
            change(make_draft("1 3", noise="9"), ChangeKind.PLACE, 3, target=target)
