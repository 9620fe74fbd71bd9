"""manage.py search: the site's answer on the command line."""

import json

import pytest
from django.core.management import CommandError, call_command
from haystack import connections

from archive.models import Article
from search.management.commands.search import Command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


def ask(capsys, *arguments: str) -> dict:
    call_command("search", *arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_json_has_hits_and_facets_with_labels(capsys, engine: str, reports: dict[str, Article]) -> None:
    answer = ask(capsys, "“两个普遍”", "--engine", engine)
    assert answer["total"] == 1
    assert answer["hits"][0]["id"] == reports["luzhou"].pk
    assert answer["hits"][0]["headline"] == "泸州推进两个普遍"
    assert answer["hits"][0]["score"] > 0
    assert answer["facets"]["region"][0] == {"value": "510000", "label": "四川省", "count": 1}
    assert answer["facets"]["year"] == [{"value": "2013", "label": "2013", "count": 1}]
    assert answer["facets"]["programme"][0]["label"] == "两个普遍"


def test_choices_narrow_and_values_of_one_facet_are_or(capsys) -> None:
    assert ask(capsys, "", "--region", "510500", "--region", "500112")["total"] == 3
    assert ask(capsys, "", "--region", "泸州", "--region", "渝北区")["total"] == 3
    assert ask(capsys, "", "--region", "510500", "--year", "2014")["total"] == 1
    assert ask(capsys, "", "--year", "2008..2013")["total"] == 3
    assert ask(capsys, "", "--year", "2013年至2008年")["total"] == 3
    assert ask(capsys, "", "--programme", "职代会")["total"] == 1


def test_reports_without_a_date_can_be_chosen(capsys, engine: str, reports: dict[str, Article]) -> None:
    answer = ask(capsys, "送清凉", "--year", "undated", "--engine", engine)
    assert [hit["id"] for hit in answer["hits"]] == [reports["undated"].pk]
    assert answer["facets"]["year"] == [
        {"value": "2014", "label": "2014", "count": 1},
        {"value": "undated", "label": "日期不详", "count": 1},
    ]


def test_limit_limits_the_hits_alone(capsys) -> None:
    answer = ask(capsys, "工会", "--limit", "1")
    assert (answer["total"], len(answer["hits"])) == (4, 1)
    assert ask(capsys, "工会", "--limit", "0")["hits"] == []


def test_a_relaxed_answer_says_so(capsys) -> None:
    assert ask(capsys, "农民工 绿豆汤")["is_relaxed"]


def test_what_holds_some_of_the_words_is_listed_apart(capsys, reports: dict[str, Article]) -> None:
    answer = ask(capsys, "工会 毛巾 工地")
    assert [hit["id"] for hit in answer["hits"]] == [reports["heat"].pk]
    assert {hit["id"] for hit in answer["in_part"]} == {reports[key].pk for key in ("luzhou", "neijiang", "yubei")}
    assert ask(capsys, "毛巾 工地")["in_part"] == []


def test_text_is_for_reading(capsys) -> None:
    call_command("search", "“两个普遍”")
    assert capsys.readouterr().out.startswith("1 articles\n")
    call_command("search", "工会 毛巾 工地")
    first, hit, more, *_rest = capsys.readouterr().out.split("\n")
    assert (first, hit.split()[-1], more) == ("1 articles", "高温天送清凉", "3 more hold some of the words")


@pytest.mark.parametrize(
    "arguments",
    [("x", "--year", "abc"), ("x", "--programme", "没有这个"), ("x", "--limit", "-1"), ("x", "--engine", "solr")],
)
def test_a_bad_option_is_said(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        call_command("search", *arguments)


@pytest.mark.parametrize("query", ["\udcff", "\x00", "“\udcff”"])
def test_what_is_no_character_is_nothing_to_search_for(query: str, capsys, engine: str) -> None:
    call_command("search", query, "--engine", engine)
    assert capsys.readouterr().out.startswith("0 articles\nnothing to search\n")


def test_half_a_character_beside_words_is_as_if_it_had_not_been_typed(capsys, engine: str) -> None:
    assert ask(capsys, "\udcff“两个普遍”\udcff", "--engine", engine)["total"] == 1
    assert ask(capsys, "city:泸\udcff", "--engine", engine)["notes"] == [{"note": "unknown region", "detail": "泸�"}]


def test_half_a_character_is_no_region_and_no_programme(engine: str) -> None:
    with pytest.raises(CommandError, match=r"�: no such region$"):
        call_command("search", "", "--region", "\udcff", "--engine", engine)
    with pytest.raises(CommandError, match="�: no such programme"):
        call_command("search", "", "--programme", "\udcff")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("foo", "foo: no such region"),
        ("999999", "999999: no such region"),
        ("泸州县", "泸州县: no such region; there is 泸州市"),
    ],
)
def test_an_unknown_region_is_said_with_those_of_a_like_name(name: str, said: str) -> None:
    with pytest.raises(CommandError, match=f"^--region {said}$"):
        call_command("search", "工会", "--region", name)


def test_an_engine_without_an_index_gets_one_and_says_so(capsys, engine: str) -> None:
    (connections[engine].get_backend().generations.root / "CURRENT").unlink()
    call_command("search", "“两个普遍”", "--engine", engine)
    said = capsys.readouterr()
    assert said.out.startswith("1 articles")
    assert "there was no index" in said.err


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["-农民工"], 4),
        (["-“两个普遍”"], 4),
        (["－工会"], 1),
        (["--农民工"], 1),
        (["-city:四川", "--limit", "1"], 2),
        (["--limit", "1", "-农民工"], 4),
        (["--", "-农民工", "--limit", "1"], 4),
        (["--limit", "1", "--", "-农民工"], 4),
        (["--", "-headline:送清凉"], 4),
        (["--", "--"], 0),
        (["-"], 0),
    ],
)
def test_a_query_may_begin_with_a_minus(capsys, arguments: list[str], total: int) -> None:
    Command().run_from_argv(["manage.py", "search", *arguments, "--json"])
    assert json.loads(capsys.readouterr().out)["total"] == total


@pytest.mark.parametrize("arguments", [["--limt", "1", "工会"], ["工会", "--nothing"], ["--"], ["工会", "-农民工"]])
def test_an_option_that_is_none_is_said(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit):
        Command().run_from_argv(["manage.py", "search", *arguments])
    assert "error: " in capsys.readouterr().err
