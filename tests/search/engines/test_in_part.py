"""Where few reports hold all of a query, every engine tells which hold some of it; the answer itself stays exact."""

from collections.abc import Callable
from typing import Any

import pytest

from archive.models import Article, Initiative
from search.engines.contract import Sort
from search.find import Answer
from search.in_part import find_with_part
from search.request import SearchRequest

pytestmark = pytest.mark.django_db

OTHERS = {"泸州推进两个普遍", "内江为农民工追讨工资", "渝北职代会制度落到实处"}
Ask = Callable[..., tuple[Answer, Answer | None]]


def headlines(answer: Answer | None) -> list[str]:
    return [article.headline for article, _score in answer.hits] if answer else []


@pytest.fixture
def ask(engine: str, reports: dict[str, Article]) -> Ask:
    """Return a function: a query and the rest of a request -> the answer and what stands below it."""

    def ask(text: str, size: int = 20, **rest: Any) -> tuple[Answer, Answer | None]:
        return find_with_part(SearchRequest(text, **rest), engine, size)

    return ask


def test_what_holds_some_of_the_words_comes_below_the_few_that_hold_all(ask: Ask) -> None:
    few, in_part = ask("工会 毛巾 工地")
    assert (few.total, headlines(few), few.is_relaxed) == (1, ["高温天送清凉"], False)
    assert in_part
    assert (in_part.total, set(headlines(in_part)), in_part.is_relaxed) == (3, OTHERS, True)


def test_the_nearest_comes_first(ask: Ask) -> None:
    assert headlines(ask("工会 集体 欠薪")[1])[0] == "泸州推进两个普遍"
    assert headlines(ask("工会 全市 普遍 增加")[1])[0] == "内江为农民工追讨工资"


def test_choices_hold_for_both(ask: Ask) -> None:
    few, in_part = ask("工会 毛巾 工地", choices={"region": ("510500",)})
    assert (headlines(few), headlines(in_part)) == (["高温天送清凉"], ["泸州推进两个普遍"])


def test_no_more_are_listed_than_asked_for_and_all_are_counted(ask: Ask) -> None:
    few, in_part = ask("工会 毛巾 工地", size=2)
    assert in_part
    assert (len(few.hits), len(in_part.hits), in_part.total) == (1, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "工会",
        "毛巾 绿豆汤",  # who types two words means both
        "工会干部到工地送清凉，送去毛巾和绿豆汤",  # found in one piece
        "“工会” 毛巾 工地",
        "“工会毛巾” OR 毛巾 OR 工地",
        "(工会 OR 职工) 毛巾 工地",
        "工会 AND 毛巾 AND 工地",
        "工会 毛巾 工地 -农民工",
        "headline:送清凉 工会 毛巾 工地",
        "year:2014 工会 毛巾 工地",
        "农民工 绿豆汤 毛巾 职代会",  # none holds all: relaxed already
        "鑫鑫鑫",
        "",
    ],
)
def test_what_is_meant_as_written_is_answered_as_written(ask: Ask, text: str) -> None:
    assert ask(text)[1] is None


@pytest.mark.parametrize("is_literal", [False, True])
def test_the_name_of_a_programme_is_one_word(ask: Ask, is_literal: bool) -> None:
    assert headlines(ask("两个重点普遍", is_literal=is_literal)[1])
    Initiative.objects.create(name="两个重点普遍", category="组织建设", scope="national")
    few, in_part = ask("两个重点普遍", is_literal=is_literal)
    assert (headlines(few), in_part) == (["内江为农民工追讨工资"], None)


def test_words_beside_a_name_that_has_others_count(ask: Ask) -> None:
    few, in_part = ask("职代会公司工会")
    assert [each.name for each in few.parsed.also_searched] == ["职代会"]
    assert headlines(few) == ["渝北职代会制度落到实处"]
    assert set(headlines(in_part)) == {"泸州推进两个普遍", "内江为农民工追讨工资", "高温天送清凉"}


@pytest.mark.parametrize("rest", [{"sort": Sort.NEWEST}, {"in_headline": True}, {"size": 0}])
def test_who_sorts_by_day_or_looks_in_headlines_wants_all_words(ask: Ask, rest: dict[str, Any]) -> None:
    assert headlines(ask("工会 毛巾 工地")[1])
    assert ask("工会 毛巾 工地", **rest)[1] is None


def test_many_hits_need_no_more(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert headlines(ask("工会 普遍 集体")[1])
    monkeypatch.setattr("search.in_part._MOST_ABOVE", 1)
    few, in_part = ask("工会 普遍 集体")
    assert (few.total, in_part) == (2, None)
