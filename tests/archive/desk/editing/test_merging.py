"""Two savers: what each changed goes together; what both changed is for a person to decide; nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.desk.editing.entry import ADDED, TEXTS, Entry, FactState
from archive.desk.editing.merging import Conflict, merge_entries
from tests.archive.desk.editing.entries import person, place

BASE = Entry(
    version=1,
    texts={**dict.fromkeys(TEXTS, ""), "headline": "送清凉", "date": "2013", "genre": "news"},
    confirmed=frozenset(),
    facts=(place(), person(role="通讯员")),
    added=dict.fromkeys(ADDED, ""),
)


def with_fact(entry: Entry, fact) -> Entry:
    return replace(entry, facts=(*(one for one in entry.facts if one.name != fact.name), fact))


THEIRS = replace(BASE, version=2)


def test_changes_in_different_fields_go_together():
    merge = merge_entries(BASE, THEIRS.with_text("kicker", "炎炎夏日"), BASE.with_text("body", "正文。"))
    assert merge.conflicts == ()
    assert merge.taken == ("kicker",)
    assert (merge.entry.texts["kicker"], merge.entry.texts["body"]) == ("炎炎夏日", "正文。")
    assert merge.entry.version == 2


def test_a_field_that_both_changed_is_in_conflict_and_mine_stands_in_it_until_somebody_decides():
    merge = merge_entries(BASE, THEIRS.with_text("headline", "他的"), BASE.with_text("headline", "我的"))
    assert merge.conflicts == (Conflict("headline", "他的", "我的"),)
    assert merge.entry.texts["headline"] == "我的"


def test_the_same_change_of_both_is_no_conflict():
    merge = merge_entries(BASE, THEIRS.with_text("headline", "一样"), BASE.with_text("headline", "一样"))
    assert (merge.conflicts, merge.taken) == ((), ())


def test_facts_are_merged_one_by_one():
    theirs = with_fact(THEIRS, place(state=FactState.CONFIRMED))
    mine = with_fact(BASE, person(state=FactState.REJECTED))
    merge = merge_entries(BASE, theirs, mine)
    assert merge.conflicts == ()
    assert {fact.name: fact.state for fact in merge.entry.facts} == {
        "place:510500": FactState.CONFIRMED,
        "person:王小明": FactState.REJECTED,
    }


def test_a_fact_that_one_confirmed_and_the_other_took_out_is_in_conflict():
    merge = merge_entries(
        BASE, replace(THEIRS, facts=(person(role="通讯员"),)), with_fact(BASE, place(state=FactState.CONFIRMED))
    )
    assert merge.conflicts == (Conflict("place:510500", "rejected", "confirmed"),)


def test_a_fact_that_the_other_added_keeps_its_words():
    merge = merge_entries(BASE, with_fact(THEIRS, place("510000", words="四川")), BASE)
    assert place("510000", words="四川") in merge.entry.facts
    assert merge.taken == ("place:510000",)


@pytest.mark.parametrize(("theirs", "mine", "role"), [("记者", "通讯员", "记者"), ("通讯员", "摄影", "摄影")])
def test_the_role_of_a_person_is_that_of_whoever_changed_it(theirs, mine, role):
    merge = merge_entries(BASE, with_fact(THEIRS, person(role=theirs)), with_fact(BASE, person(role=mine)))
    assert person(role=role) in merge.entry.facts


def test_a_date_is_confirmed_where_whoever_gave_it_confirmed_it():
    theirs = replace(THEIRS.with_text("date", "2013-09"), confirmed=frozenset({"date"}))
    assert merge_entries(BASE, theirs, BASE).entry.confirmed == {"date"}
    mine = replace(BASE, confirmed=frozenset({"date"}))
    assert merge_entries(BASE, THEIRS.with_text("date", "2013-09"), mine).entry.confirmed == set()


def test_where_the_version_is_not_known_all_that_differs_is_in_conflict():
    merge = merge_entries(None, THEIRS.with_text("kicker", "引题"), BASE)
    assert merge.conflicts == (Conflict("kicker", "引题", ""),)


entries = st.builds(
    lambda headline, kicker, state: with_fact(
        BASE.with_text("headline", headline).with_text("kicker", kicker), place(state=state)
    ),
    st.sampled_from(("甲", "乙", "丙")),
    st.sampled_from(("甲", "乙", "丙")),
    st.sampled_from(list(FactState)),
)


@given(entries, entries, entries)
def test_each_change_of_either_is_in_the_merged_entry_or_told_as_a_conflict(base, theirs, mine):
    merge = merge_entries(base, theirs, mine)
    disputed = {conflict.name for conflict in merge.conflicts}
    merged, before = merge.entry.values(), base.values()
    for side in (theirs.values(), mine.values()):
        changed = {name for name in {*side, *before} if side.get(name) != before.get(name)}
        assert all(merged.get(name) == side.get(name) for name in changed - disputed)
