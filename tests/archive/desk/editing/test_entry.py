"""Entries: from the article and from the fields of a form, and back."""

import datetime
from dataclasses import replace

import pytest

from archive.desk.editing.entry import ADDED, TEXTS, Entry, Fact, FactKind, FactState, read_fields, write_fields
from archive.desk.editing.versions import read_stored
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson
from tests.archive.desk.editing.entries import person, place


@pytest.fixture
def entry() -> Entry:
    return Entry(
        version=7,
        texts={name: f"{name}的字" for name in TEXTS},
        confirmed=frozenset({"date"}),
        facts=(place(words="四川泸州"), person(state=FactState.CONFIRMED, role="本报记者")),
        added={**dict.fromkeys(ADDED, ""), "places": "泸县"},
        stored=frozenset({"place:510500"}),
    )


def test_written_and_read_again_it_is_the_same(entry):
    assert read_fields(write_fields(entry)) == entry


def test_an_article_is_read_with_its_links(article, luzhou, initiative):
    ArticleCity.objects.create(
        article=article, city=luzhou, province=luzhou.province, evidence="泸州", is_confirmed=True
    )
    ArticleInitiative.objects.create(article=article, initiative=initiative, evidence="助学")
    ArticlePerson.objects.create(article=article, name="王小明", role="通讯员")
    entry = read_stored(article)
    assert entry.facts == (
        place(state=FactState.CONFIRMED, words="泸州"),
        Fact(FactKind.PROGRAMME, str(initiative.pk), words="助学"),
        person(role="通讯员"),
    )
    assert entry.stored == {fact.name for fact in entry.facts}
    assert (entry.texts["newspaper"], entry.texts["date"]) == ("样报", "2013-09-23")
    assert entry.version == article.history.get().history_id


def test_a_place_without_a_city_is_its_province(article, sichuan):
    ArticleCity.objects.create(article=article, province=sichuan)
    assert [fact.key for fact in read_stored(article).facts] == ["510000"]


@pytest.mark.parametrize(
    ("date", "precision", "text"),
    [
        (None, "unknown", ""),
        (datetime.date(2013, 9, 23), "day", "2013-09-23"),
        (datetime.date(2013, 9, 1), "month", "2013-09"),
        (datetime.date(2013, 1, 1), "year", "2013"),
    ],
)
def test_the_date_is_written_as_exact_as_it_is_known(article, date, precision, text):
    Article.objects.update(date=date, date_precision=precision)
    assert read_stored(article).texts["date"] == text


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"version": "x"},
        {"version": "9" * 40},
        {"version": "٣"},
        {"version": "-1"},
        {"place:": "found", "place:510500": "maybe", "colour:red": "found", "words:place:510500": "泸州"},
    ],
)
def test_what_makes_no_sense_counts_as_not_said(fields):
    entry = read_fields(fields)
    assert (entry.version, entry.facts, entry.confirmed) == (0, (), frozenset())


def test_lines_have_no_breaks_and_texts_no_control_characters():
    entry = read_fields(
        {
            "headline": " 工会\r\n送\x00清\u202e凉\t ",
            "body": "\r\n第一段。\r\n\r\n第\x02二\x1b段。\r",
            "add:places": "泸\n州",
        }
    )
    assert entry.texts["headline"] == "工会 送清凉"
    assert entry.texts["body"] == "第一段。\n\n第二段。"
    assert entry.added["places"] == "泸 州"


def test_two_that_decide_the_same_say_the_same_whatever_their_version(entry):
    assert entry.says_the_same(replace(entry, version=9, stored=frozenset()))
    assert entry.says_the_same(replace(entry, facts=(*entry.facts, place("510000", FactState.REJECTED))))


@pytest.mark.parametrize(
    "change",
    [
        {"confirmed": frozenset()},
        {"facts": ()},
        {"added": dict.fromkeys(ADDED, "")},
        {"facts": (place(words="四川泸州"), person(state=FactState.CONFIRMED, role="通讯员"))},
        {"facts": (place(state=FactState.CONFIRMED), person(state=FactState.CONFIRMED, role="本报记者"))},
    ],
    ids=["not confirmed", "no facts", "nothing typed", "another role", "one confirmed"],
)
def test_two_that_decide_otherwise_do_not_say_the_same(entry, change):
    assert not entry.says_the_same(replace(entry, **change))


def test_a_link_made_since_the_form_was_opened_is_in_it(entry):
    linked = Fact(FactKind.PROGRAMME, "3", words="送清凉")
    now = replace(entry, facts=(*entry.facts, linked), stored=frozenset({*entry.stored, linked.name}))
    assert linked in entry.brought_up_to(now).facts
    assert linked not in entry.brought_up_to(replace(now, version=8)).facts


def test_a_found_fact_that_was_unlinked_since_is_gone_and_a_confirmed_one_stays(entry):
    opened = replace(entry, stored=frozenset(fact.name for fact in entry.facts))
    now = replace(entry, facts=(), stored=frozenset())
    assert [fact.name for fact in opened.brought_up_to(now).facts] == ["person:王小明"]


def test_what_an_editor_took_out_does_not_come_back(entry):
    now = replace(entry, stored=frozenset(fact.name for fact in entry.facts))
    without = replace(now, facts=())
    assert without.brought_up_to(now).facts == ()
