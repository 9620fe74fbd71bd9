"""What the edit screen shows of an entry: labels, words, what waits to be confirmed, the article as readers see it."""

from dataclasses import replace

import pytest

from archive.body import BlockKind
from archive.desk.editing.entry import Fact, FactKind, FactState
from archive.desk.editing.labelling import describe_changes, label_facts, label_field, label_value
from archive.desk.editing.screen import build_form, build_preview
from tests.archive.desk.editing.entries import open_form, person, place

pytestmark = pytest.mark.django_db


def test_facts_are_called_by_their_names_and_by_their_keys_when_nothing_is_known_of_them(luzhou, initiative):
    programme = Fact(FactKind.PROGRAMME, str(initiative.pk))
    facts = (place(), place("999999"), programme, Fact(FactKind.PROGRAMME, "junk"), person())
    assert list(label_facts(facts).values()) == ["泸州市（四川省）", "999999", "金秋助学", "junk", "王小明"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("headline", "主题"),
        ("date", "出版日期"),
        ("confirmed:date", "出版日期的核对"),
        ("place:510500", "地区：泸州市"),
        ("person:王小明", "作者：person:王小明"),
    ],
)
def test_fields_and_facts_have_the_labels_of_the_screen(name, label):
    assert label_field(name, {"place:510500": "泸州市"}) == label


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("genre", "news", "消息"),
        ("genre", "junk", "junk"),
        ("headline", "found", "found"),
        ("confirmed:date", "yes", "核对过"),
        ("confirmed:date", "", "未核对"),
        ("place:510500", "rejected", "没有"),
    ],
)
def test_values_are_shown_in_words(name, value, shown):
    assert label_value(name, value) == shown


def test_each_change_is_told_with_what_differs(article, luzhou):
    old = open_form(article, place())
    new = open_form(article, place(state=FactState.CONFIRMED), headline="工会送温暖到一线")
    new = replace(new, added={**new.added, "people": "李强"})
    changes = {
        change.label: [(one.change.value, one.text) for one in change.passages] for change in describe_changes(old, new)
    }
    assert changes["主题"] == [("same", "工会送"), ("removed", "清凉"), ("added", "温暖"), ("same", "到一线")]
    assert changes["地区：泸州市（四川省）"] == [("removed", "未核对"), ("added", "核对过")]
    assert changes["要加的"] == [("added", "李强")]


def test_what_nobody_looked_at_is_counted(article, luzhou):
    entry = open_form(article, place(), person(state=FactState.REJECTED))
    assert build_form(article, entry, {}).unconfirmed == 3  # the place, the date, the genre
    looked_at = replace(entry, confirmed=frozenset({"date", "genre"}), facts=(place(state=FactState.CONFIRMED),))
    assert build_form(article, looked_at, {}).unconfirmed == 0
    assert build_form(article, looked_at.with_text("date", ""), {}).unconfirmed == 0


def test_a_problem_stands_at_its_field_and_what_was_typed_stays_there(article):
    entry = replace(open_form(article), added={"places": "没有此地", "programmes": "", "people": "", "newspaper": ""})
    form = build_form(article, entry, {"add:places": ["没有叫“没有此地”的地区。"], "date": ["看不懂"]})
    assert (form.groups[0].field.text, form.groups[0].field.problems) == ("没有此地", ["没有叫“没有此地”的地区。"])
    assert form.date.problems == ["看不懂"]


def test_the_preview_is_the_article_without_what_was_rejected(article, luzhou, initiative):
    programme = Fact(FactKind.PROGRAMME, str(initiative.pk), FactState.REJECTED)
    entry = open_form(article, place(), programme, headline="", date="2013年9月", body="正文。\n\n[图] 说明\n\n[缺文]")
    preview = build_preview(entry)
    assert preview.article.display_headline == "［无题］正文。…"
    assert (preview.date, preview.places, preview.programmes) == ("2013年9月", ("泸州市（四川省）",), ())
    assert [block.kind for block in preview.blocks] == [BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.GAP]
    assert preview.article.pk is None


def test_a_date_that_cannot_be_read_is_previewed_as_typed(article):
    assert build_preview(open_form(article, date="某日")).date == "某日"
