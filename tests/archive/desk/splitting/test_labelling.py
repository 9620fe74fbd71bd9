"""What a change is called."""

import pytest
from django.utils import translation

from archive.desk.splitting.change import Change, ChangeKind
from archive.desk.splitting.changes import apply_change
from archive.desk.splitting.draft import Role
from archive.desk.splitting.labelling import label_change, label_lines, link_lines
from tests.archive.desk.splitting.drafts import make_draft

DRAFT = make_draft("z1 h2 3 +5 7", "h9 11", noise="13", copies="15=3")


def label(kind, *lines, **fields):
    change = Change(kind, lines, **fields)
    return label_change(DRAFT, change, apply_change(DRAFT, change))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(ChangeKind.GIVE, (7, 13), article=2), "第 7、13 行归入第 2 篇"),
        (Change(ChangeKind.ROLE, (3,), role=Role.CAPTION), "第 3 行是图片说明"),
        (Change(ChangeKind.JOIN, (5,), target=7), "第 5 行后接第 7 行"),
        (Change(ChangeKind.PLACE, (7,), target=3), "第 7 行移到第 3 行前"),
        (Change(ChangeKind.PLACE, (7,), article=2), "第 7 行移到第 2 篇末尾"),
        (Change(ChangeKind.COPY, (7,), target=15), "第 7 行与第 15 行重复"),
        (Change(ChangeKind.MERGE, article=2, target=1), "第 2 篇并入第 1 篇"),
        (Change(ChangeKind.ORDER, article=2, place=0), "第 2 篇改为第 1 篇"),
        (Change(ChangeKind.UNDER, article=2), "第 2 篇归到前面的栏题下"),
    ],
)
def test_a_change_is_told_in_the_numbers_of_the_screen(change, words):
    assert label_change(DRAFT, change, apply_change(DRAFT, change)) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ChangeKind.GAP_AFTER, ("第 7 行后面缺文", "第 7 行后面不缺文")),
        (ChangeKind.GAP_BEFORE, ("第 7 行前面缺文", "第 7 行前面不缺文")),
        (ChangeKind.WHOLE, ("第 7 行到此为止，没有缺文", "第 7 行没有到此为止")),
    ],
)
def test_a_mark_that_is_taken_back_is_told_so(kind, words):
    change = Change(kind, (7,))
    marked = apply_change(DRAFT, change)
    taken_back = apply_change(marked, change)
    assert (label_change(DRAFT, change, marked), label_change(marked, change, taken_back)) == words


def test_every_kind_of_change_has_words():
    for kind in ChangeKind:
        words = label_change(DRAFT, Change(kind, (3,), article=1, target=2), DRAFT)
        assert words
        assert "{" not in words


def test_many_lines_are_counted():
    assert label_lines((9, 3, 5, 7, 11)) == "第 3、5、7、9 等 5 行"


def test_lines_are_named_by_links_that_lead_to_them():
    three, five = (f'<a href="#line-{line}" data-go="{line}">{line}</a>' for line in (3, 5))
    assert link_lines((5, 3)) == f"第 {three}、{five} 行"


@pytest.mark.parametrize(
    ("lines", "words"), [((3,), "line 3"), ((5, 3), "lines 3, 5"), ((9, 3, 5, 7, 11), "5 lines (3, 5, 7, 9 …)")]
)
def test_in_english_one_line_is_told_from_several(lines, words):
    with translation.override("en"):
        assert label_lines(lines) == words
