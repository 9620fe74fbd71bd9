"""Tokens: the streams of one text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analyzer import Analyzer, bigrams_of, cut_loosely, cut_query, join_bigrams, join_chars
from search.dictionary import collect_words, read_dictionary, write_dictionary
from search.fold import fold
from search.known_words import KnownWords

KNOWN = ("农民工", "职代会", "总工会", "两个普遍")
ANALYZER = Analyzer([("两个普遍", 100, "nz"), ("12351热线", 100, "nz")], KnownWords(KNOWN))


def test_bigrams_overlap_and_count_a_separator_as_one_character() -> None:
    assert bigrams_of("工会 组织") == ["工会", "会_", "_组", "组织"]


def test_a_single_character_has_no_bigram() -> None:
    assert bigrams_of("工") == []


@given(st.text(min_size=1, max_size=60))
def test_joined_streams_are_the_tokens_with_spaces_between(text: str) -> None:
    assert join_bigrams(text) == " ".join(bigrams_of(text))
    assert join_chars(text) == " ".join(text)


def test_the_streams_of_a_text() -> None:
    tokens = Analyzer().analyze("工會，組織。")
    assert tokens.words.split() == []
    assert tokens.bigrams == "_工 工会 会_ _组 组织 织_"
    assert tokens.chars == "工 会 组 织"


def test_a_word_of_two_characters_is_a_bigram_and_among_the_words_only_as_a_name() -> None:
    analyzer = Analyzer([("全总", 100, "nz")])
    assert analyzer.analyze("全总和工会提出工作的意见，职代会同意").words.split() == ["全总", "和", "的", "职代会"]
    assert analyzer.words_of("全总和工会") == ["全总", "和", "工会"]
    assert [analyzer.keeps(word) for word in ("全总", "工会", "和", "职代会")] == [True, False, True, True]


@settings(deadline=None)
@given(st.text(st.sampled_from("农民工安全生产职代会总工会两个普遍 ，a１"), max_size=30))
def test_a_known_word_is_among_the_known_wherever_it_stands(text: str) -> None:
    folded, known = fold(text), ANALYZER.analyze(text).known.split()
    for word in KNOWN:
        assert ANALYZER.knows(word)
        assert (word in known) == (word in folded)


@pytest.mark.parametrize("run", ["工会", "两个普", "会 组织", ""])
def test_a_run_that_is_not_in_the_list_is_not_known(run: str) -> None:
    assert not ANALYZER.knows(run)


def test_an_empty_text_has_no_tokens() -> None:
    tokens = Analyzer().analyze(" 。\n")
    assert (tokens.words, tokens.bigrams, tokens.chars, tokens.known) == ("", "", "", "")


@pytest.mark.parametrize(
    ("folded", "runs"),
    [
        ("工资集体协商", ["工资", "集体", "协商"]),
        ("两个普遍", ["两个", "普遍"]),
        ("高柱", ["高柱"]),
        ("高柱 胡利泉", ["高柱", "胡利泉"]),
        ("工", ["工"]),
        ("12351热线", ["12351", "热线"]),
        ("", []),
    ],
)
def test_a_query_is_cut_into_runs(folded: str, runs: list[str]) -> None:
    assert cut_query(folded) == runs


@pytest.mark.parametrize(
    ("folded", "runs"),
    [
        ("工资集体协商的", ["工资", "集体", "协商"]),
        ("硕塞卒于哪一年", ["硕塞", "塞卒", "卒于", "哪一年", "哪一", "一年"]),
        ("2013年gdp图片展", ["2013", "gdp", "图片展", "图片", "片展"]),
        ("的", ["的"]),
        ("", []),
    ],
)
def test_a_query_is_cut_loosely_into_words_and_pairs(folded: str, runs: list[str]) -> None:
    assert cut_loosely(folded) == runs


def test_the_runs_of_a_query_are_all_its_characters_in_order() -> None:
    text = "市总工会送清凉进工地 三分类三升级"
    assert "".join(cut_query(text)) == text.replace(" ", "")


def test_the_dictionary_keeps_a_programme_whole(tmp_path) -> None:
    folder = tmp_path / "generation"
    folder.mkdir()
    write_dictionary(folder / "dictionary.txt", collect_words(["两个普遍", "面心实"]))
    analyzer = Analyzer(read_dictionary(folder / "dictionary.txt"))
    assert analyzer.words_of("推进两个普遍和面心实") == ["推进", "两个普遍", "和", "面心实"]
    assert "两个普遍" not in Analyzer().words_of("推进两个普遍")


def test_a_cut_with_the_dictionary_is_what_jieba_itself_cuts(tmp_path) -> None:
    import jieba

    words = collect_words(["工资集体协商", "三分类三升级", "十万职工大竞技", "渝北区"])
    (tmp_path / "g").mkdir()
    write_dictionary(tmp_path / "g" / "dictionary.txt", words)
    rows = read_dictionary(tmp_path / "g" / "dictionary.txt")
    reference = jieba.Tokenizer()
    for word, frequency, tag in rows:
        reference.add_word(word, frequency, tag)
    text = "渝北区职工参加十万职工大竞技工资集体协商推行三分类三升级工作法"
    assert Analyzer(rows).words_of(text) == list(reference.cut(text, HMM=False))


def test_dictionary_words_are_folded_in_one_piece_and_sorted() -> None:
    assert collect_words(["總工會", "一", "当好主力军 建功", "两个普遍", "两个普遍"]) == ["两个普遍", "总工会"]


def test_a_missing_dictionary_is_empty(tmp_path) -> None:
    assert read_dictionary(tmp_path / "none.txt") == []
