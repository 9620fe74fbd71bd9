"""The newspaper on the edit screen: one that the archive lacks is offered as a new one."""

import pytest

from archive.models import Newspaper
from tests.archive.desk.views.edit_form import address, enter, read_form

pytestmark = pytest.mark.django_db


def send(editor, article, **fields):
    return editor.post(address(article), enter(editor, article, **fields)).text


def test_it_is_offered_and_stays_ticked_while_another_field_is_wrong(editor, article):
    shown = send(editor, article, newspaper="新报")
    assert "档案里还没有这份报纸" in shown
    assert "add:newspaper" not in read_form(shown)
    shown = send(editor, article, newspaper="新报", date="某日", **{"add:newspaper": "yes"})
    assert "看不懂这个日期" in shown
    assert read_form(shown)["add:newspaper"] == "yes"
    assert not Newspaper.objects.filter(name="新报").exists()
    editor.post(address(article), {**read_form(shown), "date": "2013", "action": "save"})
    article.refresh_from_db()
    assert article.newspaper.name == "新报"


@pytest.mark.parametrize("name", ["样报", "", "报" * 101])
def test_where_that_cannot_help_it_is_not_offered(editor, article, name):
    shown = send(editor, article, newspaper=name, date="某日", **{"add:newspaper": "yes"})
    assert "看不懂这个日期" in shown
    assert 'name="add:newspaper"' not in shown
    assert "档案里还没有这份报纸" not in shown
