"""The fields of the screen, good and bad."""

import pytest
from django.http import QueryDict

from archive.desk.splitting.change import Change, ChangeError, ChangeKind
from archive.desk.splitting.draft import Role
from archive.desk.splitting.folio import Folio
from archive.desk.splitting.request import Ending, Move, read_step


def action(sent):
    return read_step(QueryDict(sent)).action


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("do=give:2&line=5&line=3", Change(ChangeKind.GIVE, (3, 5), article=2)),
        ("do=give:2&lines=3,7-9", Change(ChangeKind.GIVE, (3, 7, 8, 9), article=2)),
        ("do=role:headline&line=3", Change(ChangeKind.ROLE, (3,), role=Role.HEADLINE)),
        ("do=join:101:87&line=3", Change(ChangeKind.JOIN, (101,), target=87)),
        ("do=join&line=3&target= 9 ", Change(ChangeKind.JOIN, (3,), target=9)),
        ("do=whole:7", Change(ChangeKind.WHOLE, (7,))),
        ("do=gap_after&line=3&reason= 后栏 ", Change(ChangeKind.GAP_AFTER, (3,), reason="后栏")),
        ("do=place&line=3&target=9", Change(ChangeKind.PLACE, (3,), target=9)),
        ("do=place:4&line=3&target=9", Change(ChangeKind.PLACE, (3,), article=4)),
        ("do=merge:2&into-2=5&into-5=2", Change(ChangeKind.MERGE, article=2, target=5)),
        ("do=merge:2:5", Change(ChangeKind.MERGE, article=2, target=5)),
        ("do=order:3:0", Change(ChangeKind.ORDER, article=3, place=0)),
        ("do=undo", Move.UNDO),
        ("do=finish", Ending.FINISH),
        (
            "do=folio&newspaper= 样报 &date=2013&add_newspaper=yes",
            Folio(newspaper="样报", date="2013", is_new_newspaper=True),
        ),
    ],
)
def test_a_button_or_key_asks_for_a_step(sent, expected):
    assert action(sent) == expected


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "do=",
        "do=x",
        "do=role:x&line=3",
        "do=role&line=3",
        "do=give:2&line=x",
        "do=give:2&lines=3-x",
        "do=:::",
        "do=GIVE",
    ],
)
def test_junk_is_refused(sent):
    with pytest.raises(ChangeError):
        action(sent)


@pytest.mark.parametrize("number", ["", "x", "-1", "٣", "1" * 10, "1.5"])
def test_what_is_no_number_is_none(number):
    assert action(f"do=give:{number}&line=3").article == 0


def test_a_stretch_without_end_is_cut():
    assert len(action("do=noise&lines=1-999999999").lines) == 300_000


def test_a_reason_fits_into_the_mark_of_a_gap():
    reason = action(f"do=gap_after&line=3&reason=[缺]%0A{'长' * 300}").reason
    assert len(reason) <= 100
    assert not set(reason) & set("[]\n")


def test_what_was_seen_and_how_it_is_asked_for():
    step = read_step(QueryDict("do=undo&seen=7&force=yes&again=1"))
    assert (step.seen, step.is_forced, step.is_again) == (7, True, True)
    plain = read_step(QueryDict("do=undo&seen=x&again=0"))
    assert (plain.seen, plain.is_forced, plain.is_again) == (0, False, False)
