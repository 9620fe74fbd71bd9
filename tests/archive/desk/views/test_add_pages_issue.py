"""Newspaper and date of pages that are handed in."""

import pytest

from archive.models import Job, JobItem, Newspaper
from tests.archive.desk.views.handing_in import JSON, URL, hand_in, paste
from tests.archive.intake.made_up_files import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def newspaper() -> Newspaper:
    return Newspaper.objects.create(name="工人日报")


def test_a_newspaper_that_the_archive_lacks_is_asked_about_before_it_is_added(editor):
    asked = paste(editor, newspaper="新报")
    assert 'name="add_newspaper"' in asked.text
    assert 'name="add_newspaper"' not in editor.get(URL).text
    paste(editor, newspaper="新报", add_newspaper="yes")
    assert JobItem.objects.get().detail == {"newspaper": "新报"}
    assert not Newspaper.objects.exists()  # the job adds it, with the page


def test_that_a_newspaper_is_new_need_not_be_said_again_where_the_date_is_wrong(editor):
    entry = {"newspaper": "新报", "add_newspaper": "yes", "date": "2013-13"}
    fields = hand_in(editor, ("a.txt", TEXT.encode()), headers=JSON, **entry).json()["fields"]
    for shown in (fields, paste(editor, **entry).text):
        assert 'name="add_newspaper" value="yes" checked' in shown
        assert "档案里还没有这份报纸" not in shown


@pytest.mark.parametrize("name", ["工人日报", "报" * 101])
def test_a_newspaper_that_is_known_or_called_too_long_is_not_offered_as_a_new_one(editor, newspaper, name):
    shown = paste(editor, newspaper=name, add_newspaper="yes", date="某日").text
    assert "看不懂这个日期" in shown
    assert 'name="add_newspaper"' not in shown


def test_newspaper_and_date_of_many_files_are_kept_with_their_job(editor, newspaper):
    hand_in(editor, ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()), newspaper="工人日报", date="2013-09-23")
    job = Job.objects.get()
    assert job.parameters["issue"] == {"newspaper": "工人日报", "date": "2013-09-23", "precision": "day"}
    assert [item.detail for item in job.items.all()] == [{}, {}]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"date": "某日"}, "看不懂这个日期"),
        ({"newspaper": "报" * 101}, "100"),
        ({"newspaper": "工人日抱"}, "新加这份报纸"),
    ],
)
def test_what_is_wrong_with_newspaper_and_date_of_files_is_told_at_the_field(editor, newspaper, fields, message):
    entry = {"newspaper": "工人日报", "date": "2013", **fields}
    shown = hand_in(editor, ("a.txt", TEXT.encode()), **entry)
    assert (shown.status_code, message in shown.text, "请重新选择" in shown.text) == (422, True, True)
    for name in entry:
        assert shown.context["issue"][name].value() == entry[name]
        assert not shown.context["form"][name].value()
    answer = hand_in(editor, ("a.txt", TEXT.encode()), headers=JSON, **entry)
    assert (answer.status_code, message in answer.json()["fields"]) == (422, True)
    assert not Job.objects.exists()
