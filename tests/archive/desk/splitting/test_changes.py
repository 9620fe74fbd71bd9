"""Any changes in any order: no line is lost or doubled; all of them can be undone and done again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.desk.splitting.change import Change, ChangeError, ChangeKind
from archive.desk.splitting.changes import apply_change
from archive.desk.splitting.draft import HEAD_ROLES, Role, read_draft, write_draft
from archive.desk.splitting.steps import find_difference, replace_piece
from tests.archive.desk.splitting.drafts import make_draft

DRAFT = make_draft(
    "z1 k2 h3 s4 b5 6 +7 c8 9 x10 11", "h12 13 +14 +15]", "[16 17", noise="18", unplaced="19", copies="20=6",
    breaks="6 7 13 15 17",
)  # fmt: skip
LINES = st.integers(0, 21)

changes = st.builds(
    Change,
    kind=st.sampled_from(ChangeKind),
    lines=st.lists(LINES, max_size=4, unique=True).map(tuple),
    article=st.integers(0, 6),
    target=LINES,
    place=st.integers(-1, 5),
    role=st.sampled_from(Role),
    reason=st.sampled_from(["", "后栏未收到"]),
)


def make_all(draft, wanted):
    """Make the changes that are possible, give the drafts and what differed."""
    drafts, differences = [draft], []
    for change in wanted:
        try:
            made = apply_change(drafts[-1], change)
        except ChangeError:
            continue
        differences.append(find_difference(write_draft(drafts[-1]), write_draft(made)))
        drafts.append(made)
    return drafts, differences


@given(st.lists(changes, max_size=12))
@settings(max_examples=300, deadline=None)
def test_every_line_stays_in_the_draft_once(wanted):
    drafts, _differences = make_all(DRAFT, wanted)
    for draft in drafts:
        assert sorted(draft.lines) == list(range(1, 21))
        assert read_draft(write_draft(draft)) == draft


@given(st.lists(changes, max_size=12))
@settings(max_examples=200, deadline=None)
def test_what_is_joined_always_follows_a_paragraph_and_heads_come_first(wanted):
    for draft in make_all(DRAFT, wanted)[0]:
        assert len({article.key for article in draft.articles}) == len(draft.articles)
        for article in draft.articles:
            roles = [entry.role in HEAD_ROLES for entry in article.entries]
            assert roles == sorted(roles, reverse=True)
            for last, entry in zip((None, *article.entries), article.entries, strict=False):
                if entry.is_joined:
                    assert last.role is entry.role is Role.PARAGRAPH
                    assert last.gap_after is None


@given(st.lists(changes, max_size=12))
@settings(max_examples=200, deadline=None)
def test_all_changes_can_be_undone_and_done_again(wanted):
    drafts, differences = make_all(DRAFT, wanted)
    stored = write_draft(drafts[-1])
    for draft, difference in zip(drafts[-2::-1], differences[::-1], strict=True):
        stored = replace_piece(stored, difference.after, difference.before)
        assert stored == write_draft(draft)
    for draft, difference in zip(drafts[1:], differences, strict=True):
        stored = replace_piece(stored, difference.before, difference.after)
        assert stored == write_draft(draft)
