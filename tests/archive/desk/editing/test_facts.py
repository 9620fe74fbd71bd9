"""What an entry's words and its page tell: places, programmes, people, genre, date, and where each stands."""

import datetime
from dataclasses import replace

import pytest

from archive.desk.editing.entry import ADDED, TEXTS, Entry, Fact, FactKind, FactState
from archive.desk.editing.facts import (
    add_person_words,
    find_again,
    find_date_words,
    find_genre_words,
    find_person_words,
)
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.models import Newspaper, Page
from tests.archive.desk.editing.entries import person, place

BODY = (
    "本报讯 （记者 王小明 通讯员 李强） 近日，泸州市总工会启动金秋助学，向新生发放助学金。\n\n"
    "## 走访\n\n工会走访了学生。"
)


@pytest.fixture
def vocabulary(luzhou, initiative) -> Vocabulary:
    return load_vocabulary()


def entry_with(*facts: Fact, **texts: str) -> Entry:
    plain = {**dict.fromkeys(TEXTS, ""), "headline": "泸州助学金发到学生手中", "genre": "news", "body": BODY}
    return Entry(1, {**plain, **texts}, frozenset(), facts, dict.fromkeys(ADDED, ""))


def page_of(text: str) -> Page:
    paper = Newspaper.objects.create(name="样报")
    return Page.objects.create(
        newspaper=paper, date=datetime.date(2013, 9, 23), date_precision="day", number=4, text=text
    )


def names_of(entry: Entry) -> list[str]:
    return [fact.name for fact in entry.facts]


def test_place_programme_and_people_are_found_with_their_words(vocabulary, initiative):
    found = {fact.name: fact for fact in find_again(entry_with(), None, vocabulary).facts}
    assert found["place:510500"].words == "泸州"
    assert found[f"programme:{initiative.pk}"].words == "金秋助学"
    assert (found["person:王小明"].role, found["person:李强"].role) == ("记者", "通讯员")
    assert found["person:李强"].words == "通讯员 李强"
    assert {fact.state for fact in found.values()} == {FactState.FOUND}


def test_what_an_editor_decided_stays_whatever_is_found(vocabulary):
    decided = (place("510000", FactState.CONFIRMED), person("王小明", FactState.REJECTED))
    again = find_again(entry_with(*decided), None, vocabulary)
    assert set(decided) <= set(again.facts)
    assert names_of(again).count("person:王小明") == 1


def test_what_was_only_found_and_is_not_found_any_more_goes(vocabulary):
    again = find_again(entry_with(person("张三"), body="工会走访了学生。", headline="走访"), None, vocabulary)
    assert again.facts == ()


def test_facts_stand_in_the_order_of_the_screen(vocabulary, initiative):
    decided = person("赵六", FactState.CONFIRMED)
    assert [fact.kind for fact in find_again(entry_with(decided), None, vocabulary).facts] == [
        FactKind.PLACE,
        FactKind.PROGRAMME,
        *[FactKind.PERSON] * 3,
    ]


def test_empty_fields_are_filled_from_the_page_and_the_words(vocabulary):
    texts = find_again(entry_with(), page_of("版面"), vocabulary).texts
    assert (texts["newspaper"], texts["date"]) == ("样报", "2013-09-23")
    assert texts["dateline"].startswith("本报讯")


def test_what_an_editor_typed_is_not_replaced(vocabulary):
    typed = {"newspaper": "他报", "date": "2014", "dateline": "新华社电"}
    texts = find_again(entry_with(**typed), page_of("版面"), vocabulary).texts
    assert {name: texts[name] for name in typed} == typed


@pytest.mark.parametrize(
    ("genre", "confirmed", "found"),
    [
        ("commentary", frozenset(), "news"),
        ("commentary", frozenset({"genre"}), "commentary"),
        ("photo", frozenset(), "photo"),
        ("brief", frozenset(), "brief"),
    ],
)
def test_the_genre_follows_the_words_unless_confirmed_or_told_by_form(vocabulary, genre, confirmed, found):
    entry = replace(entry_with(genre=genre), confirmed=confirmed)
    assert find_again(entry, None, vocabulary).texts["genre"] == found


def test_without_words_nothing_is_found(vocabulary):
    assert find_again(entry_with(headline="", body=""), None, vocabulary).facts == ()


def test_the_date_is_shown_by_the_line_of_the_page_that_gives_it(db):
    assert (
        find_date_words(page_of("工人日报 2013年9月23日 第4版\n\n# 标题\n\n正文。")) == "工人日报 2013年9月23日 第4版"
    )
    assert find_date_words(None) == ""


def test_a_page_that_gives_no_date_has_no_words_for_it(db):
    assert find_date_words(page_of("# 标题\n\n正文，2013年9月23日开的会。")) == ""


def test_the_words_of_a_genre_are_those_that_speak_for_it():
    assert find_genre_words(entry_with(subhead="——泸州市总工会助学纪实", genre="feature")) == "——泸州市总工会助学纪实"


@pytest.mark.parametrize(
    ("name", "role", "text", "words"),
    [
        ("王小明", "本报记者", "□本报记者 王小明", "本报记者 王小明"),
        ("高柱", "记者", "记者：高　柱 文", "记者：高　柱"),
        ("高柱", "摄影", "高柱 摄", "高柱"),
        ("李四", "记者", "王小明", ""),
        ("(.*)", "", "王小明", ""),
    ],
)
def test_the_words_of_a_person_are_found_with_the_role_where_it_stands_before(name, role, text, words):
    assert find_person_words(name, role, text) == words


def test_people_get_the_words_that_they_lack_and_keep_those_they_have():
    own = replace(person("王小明"), words="署名")
    facts = add_person_words(entry_with(own, person("李强"), place())).facts
    assert [fact.words for fact in facts] == ["署名", "李强", ""]
