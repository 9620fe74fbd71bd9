"""Marks and snippets."""

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from search.fold import join_print_lines
from search.snippet import Fragment, make_snippet, mark_text
from search.templatetags.search_marks import show

PASSAGE = "其他内容，" * 60
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # three people that a reader sees as one character
# Text as it comes: characters of all planes, accents, joiners, markup, entities left over, breaks of the print.
PIECES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            ["工会", "協商", "送清凉", "e\u0301", "\u0301", FAMILY, "𠮷", "&amp;", "&#x5de5;", "<b>", "\n", "。"]
        ),
    ),
    max_size=40,
)
RUNS = st.lists(
    st.one_of(st.sampled_from(["工会", "协商", "送清凉", "e", "amp", "b"]), st.text(min_size=1, max_size=5)), max_size=4
)


def read(fragments: tuple[Fragment, ...]) -> str:
    return "".join(fragment.text for fragment in fragments)


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


@pytest.mark.parametrize("character", ["e\u0301", FAMILY, "葛\U000e0100", "\U0001f44d\U0001f3fd", "&nbsp;", "&#x5de5;"])
@pytest.mark.parametrize("width", range(100, 108))
def test_a_snippet_does_not_cut_a_character_or_an_entity(character: str, width: int) -> None:
    text = character * 200
    shown = make_snippet(text, [], width)[0].text
    assert len(shown) % len(character) == 0
    assert text.startswith(shown)


def test_a_mark_does_not_tear_a_character_from_its_accent() -> None:
    assert marks(mark_text("cafe\u0301工会", ["cafe"])) == ["cafe\u0301"]


def test_a_passage_that_nothing_can_be_cut_from_is_still_cut() -> None:
    assert len(read(make_snippet("a" + "\u0301" * 5000, []))) < 200


def test_two_passages_are_shown_where_none_has_the_whole_query() -> None:
    snippet = make_snippet(f"{PASSAGE}工会在行动。{PASSAGE}集体协商。{PASSAGE}", ["工会", "协商"])
    assert marks(snippet) == ["工会", "协商"]
    assert [fragment.text for fragment in snippet].count("…") == 3


def test_the_second_passage_is_left_out_where_one_shows_as_much() -> None:
    snippet = make_snippet(f"工会在行动。{PASSAGE}工会与集体协商。{PASSAGE}", ["工会", "协商"])
    assert marks(snippet) == ["工会", "协商"]
    assert [fragment.text for fragment in snippet].count("…") == 2


def test_a_run_in_one_piece_is_shown_before_the_same_words_scattered() -> None:
    text = f"工资不低，集体生活好，协商也有。{PASSAGE}推进工资集体协商工作。{PASSAGE}"
    assert marks(make_snippet(text, ["工资", "集体", "协商"])) == ["工资集体协商"]


def test_more_of_the_query_is_shown_before_a_longer_run() -> None:
    text = f"工资集体协商。{PASSAGE}协商，集体，工资，工会。{PASSAGE}"
    assert marks(make_snippet(text, ["工资", "集体", "协商", "工会"]))[-1] == "工会"


def test_a_part_of_what_is_shown_already_needs_no_second_passage() -> None:
    snippet = make_snippet(f"送清凉到工地。{PASSAGE}清凉一夏。{PASSAGE}", ["送清凉", "清凉"])
    assert marks(snippet) == ["送清凉"]
    assert [fragment.text for fragment in snippet].count("…") == 1


def test_another_name_is_marked_and_shown() -> None:
    assert marks(make_snippet(f"{PASSAGE}面对面心贴心实打实服务职工", ["面心实", "面对面心贴心实打实"])) == [
        "面对面心贴心实打实"
    ]


def test_a_run_longer_than_the_snippet_is_marked_as_far_as_it_is_shown() -> None:
    run = "工会组织职工" * 30
    snippet = make_snippet(f"开头，{run}", [run])
    assert [fragment.text for fragment in snippet if not fragment.is_mark] == ["开头，", "…"]


def test_a_text_full_of_marks_is_cut_like_any_other() -> None:
    assert len(read(make_snippet("工" * 20_000, ["工"]))) < 130


@given(PIECES, RUNS)
def test_a_snippet_is_made_of_pieces_of_the_text_and_no_longer_than_it_should_be(
    pieces: list[str], runs: list[str]
) -> None:
    text = "".join(pieces)
    snippet = make_snippet(text, runs)
    whole = " ".join(join_print_lines(text).split())
    shown = [part for part in read(snippet).split("…") if part]
    assert "…" in whole or all(part.replace(" ", "") in whole.replace(" ", "") for part in shown)
    assert len(read(snippet)) <= 120 + 3 + 4 * 20
    assert all(fragment.text for fragment in snippet)


@given(PIECES, RUNS)
def test_no_piece_begins_within_a_character(pieces: list[str], runs: list[str]) -> None:
    text = "".join(["字", *pieces]).replace("\n", "").replace(" ", "")
    for fragment in [*mark_text(text, runs)[1:], *make_snippet(text, runs)[1:]]:
        assert fragment.text[0] not in "\u0301\u200d"


@given(PIECES, RUNS)
def test_what_is_written_out_is_escaped_whole_and_nothing_else(pieces: list[str], runs: list[str]) -> None:
    fragments = mark_text("".join(pieces), runs)
    html = str(show(fragments))
    assert html.replace("<mark>", "").replace("</mark>", "") == escape(read(fragments))
    assert html.count("<mark>") == html.count("</mark>") == len(marks(fragments))


@given(st.text(max_size=400), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_any_text_with_any_runs_gives_its_own_pieces(text: str, runs: list[str]) -> None:
    assert "".join(fragment.text for fragment in mark_text(text, runs)) == "".join(
        fragment.text for fragment in mark_text(text, [])
    )
    make_snippet(text, runs)
