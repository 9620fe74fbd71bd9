"""What is entered is checked: typed names are looked up, and what is wrong is told by field, all of it at once."""

from dataclasses import replace

import pytest

from archive.desk.editing.checking import MOST_CHARACTERS, check_entry
from archive.desk.editing.entry import FactState
from archive.models import City, InitiativeAlias, Newspaper
from tests.archive.desk.editing.entries import open_form, person, place

pytestmark = pytest.mark.django_db


def typed(entry, **added: str):
    return replace(entry, added={**entry.added, **added})


def test_a_sound_entry_has_no_problems_and_needs_no_vocabulary(article):
    def fail():
        raise AssertionError("nothing was typed")

    checked = check_entry(open_form(article), load=fail)
    assert (checked.problems, checked.entry.facts) == ({}, ())


@pytest.mark.parametrize(
    ("texts", "field", "message"),
    [
        ({"headline": "长" * 301}, "headline", "最多 300 字，现在有 301 字"),
        ({"newspaper": "报" * 101}, "newspaper", "最多 100 字"),
        ({"dateline": "电" * 101}, "dateline", "最多 100 字"),
        ({"body": "工" * (MOST_CHARACTERS + 1)}, "body", "太长"),
        ({"headline": "", "body": ""}, "headline", "至少要填一项"),
        ({"genre": "poem"}, "genre", "请选一种体裁"),
        ({"date": "某日"}, "date", "看不懂这个日期"),
        ({"date": "2013-02-30"}, "date", "没有 2013年2月30日这一天"),
        ({"date": "1066"}, "date", "年份不对"),
        ({"newspaper": "没有的报"}, "newspaper", "档案里还没有这份报纸"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(article, texts, field, message):
    problems = check_entry(open_form(article, **texts)).problems
    assert message in problems[field][0]


def test_all_that_is_wrong_is_told_at_once(article):
    checked = check_entry(typed(open_form(article, date="某日", genre=""), places="没有此地", programmes="没有此事"))
    assert set(checked.problems) == {"date", "genre", "add:places", "add:programmes"}


def test_a_new_newspaper_is_taken_where_the_editor_says_so(article):
    assert check_entry(typed(open_form(article, newspaper="新报"), newspaper="yes")).problems == {}
    assert not Newspaper.objects.filter(name="新报").exists()


@pytest.mark.parametrize("name", ["泸州", "泸州市", "四川泸州", "泸州市（四川省）", "510500", " 泸州 、四川泸州市；"])
def test_a_place_is_taken_by_any_of_its_names(article, luzhou, name):
    checked = check_entry(typed(open_form(article), places=name))
    assert checked.entry.facts == (place(state=FactState.CONFIRMED),)
    assert checked.entry.added["places"] == ""


def test_a_name_of_several_places_is_not_guessed(article, luzhou):
    for code in ("510502", "511502"):
        City.objects.create(code=code, name="江阳区", level="district", province=luzhou.province)
    checked = check_entry(typed(open_form(article), places="江阳区"))
    assert "“江阳区”有几处" in checked.problems["add:places"][0]
    assert (checked.entry.facts, checked.entry.added["places"]) == ((), "江阳区")


def test_where_one_name_is_wrong_all_stay_typed(article, luzhou):
    checked = check_entry(typed(open_form(article), places="泸州、没有此地"))
    assert (checked.entry.facts, checked.entry.added["places"]) == ((), "泸州、没有此地")


def test_a_programme_is_taken_by_its_other_names(article, initiative):
    InitiativeAlias.objects.create(initiative=initiative, name="助学行动")
    (fact,) = check_entry(typed(open_form(article), programmes="助学行动、金秋助学")).entry.facts
    assert (fact.key, fact.state) == (str(initiative.pk), FactState.CONFIRMED)


def test_people_are_taken_with_their_roles(article):
    facts = check_entry(typed(open_form(article), people="本报记者 王小明 通讯员 李强")).entry.facts
    assert [(fact.key, fact.role, fact.state.value) for fact in facts] == [
        ("王小明", "本报记者", "confirmed"),
        ("李强", "通讯员", "confirmed"),
    ]


def test_what_is_typed_and_there_already_is_confirmed_and_keeps_its_words(article, luzhou):
    entry = open_form(article, place(words="四川泸州", state=FactState.REJECTED), person(role="通讯员"))
    facts = check_entry(typed(entry, places="泸州", people="王小明")).entry.facts
    assert facts == (
        place(words="四川泸州", state=FactState.CONFIRMED),
        person(role="通讯员", state=FactState.CONFIRMED),
    )
