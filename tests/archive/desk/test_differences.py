"""Two texts -> passages that read like a correction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.desk.differences import Change, Passage, abridge, find_stretches, fold_print, mark_differences

TEXTS = st.text(st.sampled_from("工会职工。，\n “”"), max_size=30)


def shown(passages):
    signs = {Change.SAME: "", Change.REMOVED: "-", Change.ADDED: "+"}
    return [signs[passage.change] + passage.text for passage in passages]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("工会送清凉。", "工会送清凉。", ["工会送清凉。"]),
        ("工会送清凉。", "工会送温暖。", ["工会送", "-清凉", "+温暖", "。"]),
        ("第一句。第二句。", "第一句。中间一句。第二句。", ["第一句。", "+中间一句。", "第二句。"]),
        ("第一句。第二句。第三句。", "第一句。第三句。", ["第一句。", "-第二句。", "第三句。"]),
        ("一段。\n\n二段。", "一段。二段。", ["一段。", "-\n\n", "二段。"]),
        ("", "新写的", ["+新写的"]),
        ("去掉的", "", ["-去掉的"]),
    ],
)
def test_a_change_is_marked_where_it_is(old, new, expected):
    assert shown(mark_differences(old, new)) == expected


def test_a_sentence_written_anew_is_one_change_and_not_confetti():
    passages = mark_differences("职工们都说好，领导也来看望。", "工友纷纷表示满意，市里派人慰问。")
    assert shown(passages) == ["-职", "工", "-们都说好，领导也来看望", "+友纷纷表示满意，市里派人慰问", "。"]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_passages(old, new):
    passages = mark_differences(old, new)
    assert "".join(passage.text for passage in passages if passage.change is not Change.ADDED) == old
    assert "".join(passage.text for passage in passages if passage.change is not Change.REMOVED) == new


@given(TEXTS, TEXTS)
def test_compared_as_printed_both_texts_are_covered_too(old, new):
    stretches = find_stretches(old, new, as_printed=True)
    assert "".join(new[one.new_start : one.new_end] for one in stretches) in (new, "")
    same = [(old[one.old_start : one.old_end], new[one.new_start : one.new_end]) for one in stretches if one.is_same]
    assert all(fold_print(one)[0] == fold_print(other)[0] for one, other in same)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("连续两年获\n得一等奖", "连续两年获得一等奖"),
        ("６０００人", "6000人"),
        ("“两个普遍”", "「两个普遍」"),
        ('"两个普遍"', "“两个普遍”"),
        ("——纪实", "--纪实"),
        ("GB／T", "gb/t"),
        ("工会\u200b干部", "工会干部"),
        ("　　本报讯", "本报讯"),
    ],
)
def test_what_nobody_reads_as_a_difference_is_none_in_print(old, new):
    assert [one.is_same for one in find_stretches(old, new, as_printed=True)] == [True]
    assert any(not one.is_same for one in find_stretches(old, new))


def test_a_wrong_character_is_a_difference_in_print_too():
    stretches = find_stretches("工会 干部", "工会\n千部", as_printed=True)
    assert [one.is_same for one in stretches] == [True, False, True]


def test_folded_characters_know_where_they_stood():
    keys, places = fold_print(" Ａ 工\n会 ")
    assert keys == "a工会"
    assert places == [0, 3, 5, 7]


def test_a_break_that_was_added_or_removed_is_seen():
    assert Passage(Change.ADDED, "\n\n").shown == "↵\n↵\n"
    assert Passage(Change.SAME, "\n\n").shown == "\n\n"


def test_what_is_far_from_any_change_is_left_out():
    long = "字" * 500
    passages = abridge(mark_differences(f"{long}清凉{long}", f"{long}温暖{long}"))
    assert [passage.is_cut for passage in passages] == [True, False, False, True]
    assert shown(passages) == [f"…{'字' * 40}", "-清凉", "+温暖", f"{'字' * 40}…"]


def test_a_short_text_is_shown_whole():
    assert shown(abridge(mark_differences("工会送清凉", "工会送温暖"))) == ["工会送", "-清凉", "+温暖"]


def test_half_a_million_characters_are_compared_by_sentences():
    old = "".join(f"第{number}句说的是工会的第{number}件事。" for number in range(30_000))
    new = old.replace("第15000句", "第一万五千句").replace("第29999句说的是工会的第29999件事。", "")
    changed = [passage for passage in mark_differences(old, new) if passage.change is not Change.SAME]
    assert len(old) > 500_000
    assert shown(changed) == ["-15000", "+一万五千", "-第29999句说的是工会的第29999件事。"]
