"""What every engine answers to the same request: the same sets, counts, facets and orders."""

import pytest

from search.engines.contract import Sort
from search.find import find
from search.request import SearchRequest

pytestmark = pytest.mark.django_db


SETS = {
    "": "luzhou neijiang yubei heat undated",
    "工会": "luzhou neijiang yubei heat",
    "两个普遍": "luzhou neijiang",
    '"两个普遍"': "luzhou",
    "“两个普遍”": "luzhou",
    "「两个普遍」": "luzhou",
    "『两个普遍』": "luzhou",
    "＂两个普遍＂": "luzhou",
    '“两个普遍"': "luzhou",
    '"两个普遍”': "luzhou",
    "”两个普遍”": "luzhou",
    "“两个普遍“": "luzhou",
    "｢两个普遍｣": "luzhou",
    "﹃两个普遍﹄": "luzhou",
    "〝两个普遍〞": "luzhou",
    "“两个\u200b普遍”": "luzhou",
    "普遍” “两个”": "luzhou neijiang",
    "工资集体协商": "luzhou neijiang",
    "“工资集体协商”": "luzhou",
    "普": "luzhou neijiang",
    "鑫": "",
    "工会 -农民工": "luzhou yubei heat",
    "工会 -“两个普遍”": "neijiang yubei heat",
    "-工会": "undated",
    "－工会": "undated",
    "−工会": "undated",
    "NOT 工会": "undated",
    "职代会 OR 农民工": "neijiang yubei",
    "(职代会 OR 农民工) 工资": "neijiang",
    "“职代会”OR“农民工”": "neijiang yubei",
    "(职代会)ＯＲ(农民工)": "neijiang yubei",
    "职代会 OR OR 农民工": "neijiang yubei",
    "工会 AND 农民工": "neijiang",
    "绿豆汤 工会 OR 职代会": "heat",
    "职代会 OR 工会 绿豆汤": "heat",
    "绿豆汤 AND 工会 OR 职代会": "yubei heat",
    "职代会 OR 工会 AND 绿豆汤": "yubei heat",
    "headline:送清凉": "heat",
    "标题:送清凉": "heat",
    "headline:“送清凉”": "heat",
    "Headline：送清凉": "heat",
    "標題：送清凉": "heat",
    "标题： 送清凉": "heat",
    "送清凉": "heat undated",
    "city:泸州": "luzhou heat",
    "city:泸州市": "luzhou heat",
    "地区:泸州": "luzhou heat",
    "city:四川": "luzhou neijiang heat",
    "city:510500": "luzhou heat",
    "city:瀘州": "luzhou heat",
    "city:川": "luzhou neijiang heat",
    "city:四川泸州市": "luzhou heat",
    "CITY: 四川省泸州": "luzhou heat",
    "地區：“四川 泸州”": "luzhou heat",
    "city:重庆泸州": "",
    "city:没有这个地方": "",
    "贫困地区：四川": "",
    "year:2013": "luzhou neijiang",
    "year:2008..2013": "luzhou neijiang yubei",
    "year:2014..": "heat",
    "year:..2008": "yubei",
    "year:2013..2008": "luzhou neijiang yubei",
    "年份：2013年": "luzhou neijiang",
    "year:2008-2013": "luzhou neijiang yubei",
    "year:２００８年～２０１３年": "luzhou neijiang yubei",
    "year:2008年至2013年": "luzhou neijiang yubei",
    "年份:2013": "luzhou neijiang",
    "-year:2008..2013": "heat undated",
    "year:undated": "undated",
    "年份：不詳": "undated",
    "送清凉 year:undated": "undated",
    "-year:undated": "luzhou neijiang yubei heat",
    "year:undated OR year:2014": "heat undated",
    "initiative:送清凉": "heat undated",
    "initiative:职代会": "yubei",
    "initiative:職代會": "yubei",
    "项目:送清凉": "heat undated",
    "-city:四川": "yubei undated",
    "職工代表大會": "yubei",
    "职工代表大会": "yubei",
    "ＡＢＣ": "yubei",
    "abc": "yubei",
    "“abc公司工会”": "yubei",
    "12351": "undated",
    "235": "undated",
    "１２３５１": "undated",
    "“91.6%”": "undated",
    "“91 6”": "undated",
    "“916”": "",
    "“全市工会”": "luzhou heat",
    "“送清凉，送去毛巾”": "heat",
    "“送清凉 送去毛巾”": "heat",
    "“送清凉送去毛巾”": "",
    "“不断增加。工资集体”": "luzhou",
    "“不断增加工资集体”": "",
    "“两个普遍泸州”": "",
    "草稿": "",
    "撤回": "",
}


@pytest.mark.parametrize(("text", "expected"), SETS.items())
def test_query_finds_exactly_these_reports(ask, text: str, expected: str) -> None:
    assert sorted(ask(text)) == sorted(expected.split())


def test_literal_run_ranks_before_scattered_words(ask) -> None:
    assert ask("两个普遍") == ["luzhou", "neijiang"]
    assert ask("工资集体协商") == ["luzhou", "neijiang"]


def test_headline_outranks_body(ask) -> None:
    assert ask("送清凉")[0] == "heat"


def test_newest_first_puts_reports_without_a_date_last(ask) -> None:
    assert ask(sort=Sort.NEWEST) == ["heat", "luzhou", "neijiang", "yubei", "undated"]


def test_oldest_first_puts_reports_without_a_date_last(ask) -> None:
    assert ask(sort=Sort.OLDEST) == ["yubei", "neijiang", "luzhou", "heat", "undated"]


def test_an_empty_query_shows_the_newest_first(ask) -> None:
    assert ask("") == ["heat", "luzhou", "neijiang", "yubei", "undated"]


def test_pages_of_hits_join_without_overlap(ask) -> None:
    pages = [ask(sort=Sort.NEWEST, size=2, number=number) for number in (1, 2, 3)]
    assert pages == [["heat", "luzhou"], ["neijiang", "yubei"], ["undated"]]


def test_a_page_after_the_last_is_the_last(ask) -> None:
    assert ask(sort=Sort.NEWEST, size=2, number=99) == ["undated"]


def test_relaxes_when_no_report_has_all_words_and_says_so(answer) -> None:
    relaxed = answer("农民工 绿豆汤 -内江")
    assert relaxed.is_relaxed
    assert relaxed.total == 1
    assert not answer("农民工 工资").is_relaxed


def test_a_sentence_is_found_in_one_piece_or_by_any_of_its_words(answer) -> None:
    whole = answer("工会干部到工地送清凉，送去毛巾和绿豆汤")
    assert (whole.total, whole.is_relaxed) == (1, False)
    scattered = answer("绿豆汤毛巾工地干部工会")  # one report holds all five
    assert scattered.is_relaxed
    assert scattered.total > 1
    assert scattered.hits[0][0].headline == "高温天送清凉"
    few = answer("绿豆汤毛巾工地干部")
    assert (few.total, few.is_relaxed) == (1, False)


def test_quoted_runs_are_never_relaxed(answer) -> None:
    assert answer("“农民工绿豆汤”").total == 0
    assert not answer("“农民工绿豆汤”").is_relaxed


def test_quotes_within_a_sentence_are_punctuation_when_nothing_has_the_run(answer) -> None:
    assert answer("泸州推进“两个普遍”").total == 1
    relaxed = answer("泸州推进“三个普遍”的情况")
    assert relaxed.is_relaxed
    assert relaxed.hits[0][0].headline == "泸州推进两个普遍"
    assert answer("泸州 “三个普遍”").total == 0


def test_beside_a_quoted_run_words_only_rank_when_none_has_them(answer) -> None:
    relaxed = answer("“两个普遍” 龙舟赛")
    assert relaxed.is_relaxed
    assert relaxed.total == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("headline:送清凉 农民工", "heat"),
        ("农民工 headline:送清凉", "heat"),
        ("headline:泸州高温 农民工", "luzhou heat"),
        ("headline:泸州 headline:高温", "luzhou heat"),
        ("headline:送清凉 “两个普遍”", ""),
        ("headline:“送清凉” headline:泸州 农民工", "heat"),
        ("headline:龙舟赛 工会", ""),
    ],
)
def test_what_was_asked_of_headlines_stays_there_when_none_has_all_words(ask, text: str, expected: str) -> None:
    assert sorted(ask(text)) == sorted(expected.split())


def test_a_question_finds_the_report_that_answers_it(answer) -> None:
    relaxed = answer("渝北职代会制度是怎么落实的？")
    assert relaxed.is_relaxed
    assert relaxed.hits[0][0].headline == "渝北职代会制度落到实处"


def test_what_a_relaxed_query_asked_for_is_marked(answer) -> None:
    assert {"渝北", "职代会", "制度"} <= set(answer("渝北职代会制度是怎么落实的？").parsed.runs)


def test_choices_that_leave_nothing_do_not_relax(answer) -> None:
    found = answer("农民工 工资", year="2014")
    assert found.total == 0
    assert not found.is_relaxed


ODD = [
    '"', "“", "「", "“工会", "工会”", '"工会', "*", "?", ":", "(", ")", "((", "))", ")(", "AND", "OR", "NOT", "-", "--",
    '* ? : ( ) " “ 「 AND OR -', "工会 AND", "工会 OR", "OR 工会", "工会 NOT", "工会 NOT NOT 职工", "工会 AND AND 职工",
    "工会 OR OR 职工", "-(", "-()", "()", '""', "“”", "工*", "工?", "工会^2", "工会~", "[工会 TO 职工]", "{工会",
    "a:b:c", "city:", "year:", "year:abc", "year:..", "year:20", "initiative:", "headline:", "headline:“", ":工会",
    "😀", "工会😀", "\x00\x01\x02", "工\x00会", "\ud800", "\u202e工会", "工" * 10_000, "(" * 5_000 + "工会",
    "- " * 3_000, "工会 " * 2_500, "x" * 10_000, "<script>alert(1)</script>", "'; DROP TABLE", "\\", "\\\"", "%00",
    "city:“泸州 市”", "-city:", "-“", "AND OR NOT", "工会\n职工", "\u3000工会\u3000", "“工会” “", "year:٢٠١٣",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:20]))
def test_odd_input_is_plain_text_and_never_an_error(answer, text: str) -> None:
    assert answer(text).total in range(6)


@pytest.mark.parametrize(
    "text", ["“工会", '"工会', "工会*", "工会?", "(工会", "工会)", "工会 -", "- 工会", "😀工会", "工\x00会"]
)
def test_a_stray_operator_leaves_the_words(ask, text: str) -> None:
    assert "luzhou" in ask(text)


@pytest.mark.parametrize("text", ["*", "“”", "😀", "- -", "？！"])
def test_nothing_that_can_be_searched_finds_nothing(answer, text: str) -> None:
    assert answer(text).total == 0
    assert [str(note) for note, _ in answer(text).parsed.notes] == ["nothing to search"]


def test_sort_by_place_puts_the_newest_of_a_place_first_and_reports_without_one_last(ask) -> None:
    assert ask(sort=Sort.PLACE) == ["yubei", "neijiang", "heat", "luzhou", "undated"]


DAYS = {
    "2013-05-01..2013-09-23": "luzhou neijiang",
    "2013-05-02..": "luzhou heat",
    "..2008-01-02": "yubei",
    "..2008-01-01": "",
    "2013-09-23..2013-09-23": "luzhou",
}


@pytest.mark.parametrize(("days", "expected"), DAYS.items())
def test_a_range_of_days_holds_its_first_and_its_last_day(ask, days: str, expected: str) -> None:
    assert sorted(ask(date=days)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工会", ""),
        ("送清凉", "heat"),
        ("“两个普遍”", "luzhou"),
        ("农民工 -泸州", "neijiang"),
        ("“两个普遍” 龙舟赛", "luzhou"),
    ],
)
def test_words_can_be_looked_for_in_headlines_alone(engine: str, reports, text: str, expected: str) -> None:
    found = find(SearchRequest(text, in_headline=True), engine)
    assert [article.headline for article, _ in found.hits] == [reports[key].headline for key in expected.split()]
