"""What the page says of itself, corrected on the split screen."""

import pytest

from archive.models import Article, Newspaper, Page, Split
from tests.archive.desk.splitting.made_up_page import open_made_up_split
from tests.archive.desk.views.split_steps import press, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def split() -> Split:
    return open_made_up_split()


def test_the_pages_data_are_corrected(editor, split):
    Newspaper.objects.create(name="样报")
    shown = press(editor, split, "folio", newspaper="样报", date="2013年9月", number="4", section_label="地方")
    assert "样报 2013年9月 第4版" in shown.text
    assert "报纸不详" in press(editor, split, "undo").text


def test_a_date_that_an_editor_typed_for_the_page_is_confirmed_in_its_articles(editor, split):
    press(editor, split, "folio", date="2013-09-23")
    press(editor, split, "undo")
    assert not Page.objects.get().is_date_confirmed
    press(editor, split, "redo", seen=0)
    press(editor, split, "finish", sure="yes")
    assert [article.is_date_confirmed for article in Article.objects.all()] == [True, True]


def test_no_date_is_confirmed_where_none_is_left(editor, split):
    Page.objects.update(date=None, is_date_confirmed=True)  # cleared in the admin
    press(editor, split, "finish", sure="yes")
    assert [article.is_date_confirmed for article in Article.objects.all()] == [False, False]


def test_wrong_data_come_back_as_they_were_typed(editor, split):
    fields = {"newspaper": "新报", "date": "某日", "number": "4"}
    shown = press(editor, split, "folio", **fields)
    assert shown.status_code == 422
    for part in ('value="新报"', 'value="某日"', "看不懂这个日期", "新加这份报纸"):
        assert part in shown.text
    assert 'name="add_newspaper" value="yes" checked' not in shown.text
    answer = send(editor, split, "folio", **fields, add_newspaper="yes")
    assert answer.status_code == 422
    pieces = answer.json()["pieces"]
    assert 'value="某日"' in pieces["folio"]
    assert 'name="add_newspaper" value="yes" checked' in pieces["folio"]
    assert not pieces["notice"].strip()  # of a step that waited before
    assert Page.objects.get().number is None


@pytest.mark.parametrize("name", ["样报", "报" * 101])
def test_a_newspaper_that_is_known_or_called_too_long_is_not_offered_as_a_new_one(editor, split, name):
    Newspaper.objects.create(name="样报")
    shown = press(editor, split, "folio", newspaper=name, date="某日", add_newspaper="yes").text
    assert "看不懂这个日期" in shown
    assert 'name="add_newspaper"' not in shown
    assert "档案里还没有这份报纸" not in shown


def test_a_day_that_does_not_exist_is_told_as_such(editor, split):
    answer = send(editor, split, "folio", date="2013-02-30").json()
    assert answer["message"] == "版面信息没有保存，见各栏的说明。"
    assert answer["pieces"]["folio"].count("没有 2013年2月30日这一天") == 1
