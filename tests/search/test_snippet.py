"""Marks and snippets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.snippet import Fragment, make_snippet, mark_text


def marks(fragments: tuple[Fragment, ...]) -> list[str]:
    return [fragment.text for fragment in fragments if fragment.is_mark]


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        ("全市工会组织", ["工会"], ["工会"]),
        ("全市總工會", ["工会"], ["工會"]),
        ("ＡＢＣ公司", ["abc"], ["ＡＢＣ"]),
        ("全市工\n会组织", ["工会"], ["工会"]),
        ("工会工会", ["工会"], ["工会工会"]),
        ("送清凉", ["送", "清凉"], ["送清凉"]),
        ("两个普遍和两个", ["两个", "两个普遍"], ["两个普遍", "两个"]),
        ("送清凉，送毛巾", ["送清凉 送毛巾"], ["送清凉，送毛巾"]),
        ("送清凉——“送毛巾”", ["送清凉 送毛巾"], ["送清凉——“送毛巾"]),
        ("占地5㎡左右", ["m2"], ["㎡"]),
        ("没有", ["工会"], []),
        ("工会", [], []),
        ("", ["工会"], []),
    ],
)
def test_marks_what_was_asked_for(text: str, runs: list[str], expected: list[str]) -> None:
    assert marks(mark_text(text, runs)) == expected


def test_a_marked_text_is_whole() -> None:
    fragments = mark_text("全市工会组织 a<b>&amp;", ["工会"])
    assert "".join(fragment.text for fragment in fragments) == "全市工会组织 a<b>&amp;"


def test_a_snippet_shows_the_passage_with_most_of_the_query() -> None:
    text = "工会。" + "其他内容，" * 60 + "工会推进工资集体协商。" + "别的文字，" * 60
    snippet = make_snippet(text, ["工会", "工资", "协商"])
    assert marks(snippet) == ["工会", "工资", "协商"]
    assert snippet[0].text == snippet[-1].text == "…"


def test_a_short_text_is_its_own_snippet() -> None:
    assert make_snippet("全市工会", []) == (Fragment("全市工会"),)


def test_a_snippet_without_marks_is_the_beginning() -> None:
    assert make_snippet("开头" + "文字" * 200, ["没有"])[0].text.startswith("开头")


def test_blocks_meet_without_a_space_where_a_sentence_ends() -> None:
    assert make_snippet("第一段。\n\n第二段\n\n小标题", [])[0].text == "第一段。第二段 小标题"


def test_a_snippet_does_not_tear_a_character_from_its_accent() -> None:
    text = "e\u0301" * 200
    shown = make_snippet(text, [], width=101)[0].text
    assert not text[len(shown)].startswith("\u0301")


@given(st.text(max_size=400), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_any_text_with_any_runs_gives_its_own_pieces(text: str, runs: list[str]) -> None:
    assert "".join(fragment.text for fragment in mark_text(text, runs)) == "".join(
        fragment.text for fragment in mark_text(text, [])
    )
    make_snippet(text, runs)
