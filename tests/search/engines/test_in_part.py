"""Where few reports hold all of a query, every engine tells which hold some of it; the answer itself stays exact."""

import pytest

from archive.models import Article
from search.engines.contract import Sort
from search.find import find
from search.request import SearchRequest

pytestmark = pytest.mark.django_db


def headlines(found) -> list[str]:
    return [article.headline for article, _score in found.hits]


def test_what_holds_some_of_the_words_comes_beside_the_few_that_hold_all(answer) -> None:
    whole = answer("工会 毛巾 职代会")
    assert whole.is_relaxed  # none holds all
    few = answer("工会 毛巾 工地")
    assert (few.total, headlines(few), few.is_relaxed) == (1, ["高温天送清凉"], False)
    assert few.in_part.is_relaxed
    assert few.in_part.total == 3
    assert set(headlines(few.in_part)) == {"泸州推进两个普遍", "内江为农民工追讨工资", "渝北职代会制度落到实处"}
    assert headlines(few) + headlines(few.in_part) == [article.headline for article, _score in few.shown]


def test_the_nearest_comes_first(answer) -> None:
    assert headlines(answer("工会 集体 欠薪").in_part)[0] == "泸州推进两个普遍"
    assert headlines(answer("工会 全市 普遍 增加").in_part)[0] == "内江为农民工追讨工资"


def test_choices_and_counts_hold_for_both(answer) -> None:
    few = answer("工会 毛巾 工地", region="510500")
    assert headlines(few.in_part) == ["泸州推进两个普遍"]
    assert few.counts["region"] == answer("工会 毛巾 工地").counts["region"]


@pytest.mark.parametrize(
    "text",
    [
        "工会",
        "毛巾 绿豆汤",  # who types two words means both
        "两个普遍",  # a programme's name is one word
        "工会干部到工地送清凉，送去毛巾和绿豆汤",  # found in one piece
        "“工会” 毛巾 工地",
        "“工会毛巾” OR 毛巾 OR 工地",
        "工会 毛巾 工地 -农民工",
        "headline:送清凉 工会 毛巾 工地",
        "(工会 OR 职工) 毛巾 工地",
        "year:2014 工会 毛巾 工地",
        "农民工 绿豆汤 毛巾 职代会",  # relaxed already
        "鑫鑫鑫",
        "",
    ],
)
def test_what_is_meant_as_written_is_answered_as_written(answer, text: str) -> None:
    assert answer(text).in_part is None


def test_who_sorts_by_day_or_has_more_pages_wants_all_words(engine: str, reports: dict[str, Article]) -> None:
    assert find(SearchRequest("工会 毛巾 工地"), engine).in_part
    assert find(SearchRequest("工会 毛巾 工地", sort=Sort.NEWEST), engine).in_part is None
    assert find(SearchRequest("工会 普遍 集体"), engine, page_size=1).in_part is None


def test_many_hits_need_no_more(answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.find._FEW", 1)
    assert answer("工会 毛巾 工地").in_part
    assert answer("工会 普遍 集体").total == 2
    assert answer("工会 普遍 集体").in_part is None
