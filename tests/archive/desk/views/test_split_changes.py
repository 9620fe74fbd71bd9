"""The split screen: what its script sets anew after a step."""

import pytest

from archive.models import Split
from tests.archive.desk.splitting.made_up_page import (
    last_key_of,
    open_made_up_split,
    open_split_of_many,
)
from tests.archive.desk.views.split_steps import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def split() -> Split:
    return open_made_up_split()


def test_the_script_gets_the_lines_that_look_different_and_the_pieces_around_them(editor, split):
    answer = send(editor, split, "noise", lines="5").json()
    assert answer["message"] == "第 5 行不属于稿件"
    assert (list(answer["rows"]), list(answer["panels"])) == (["5"], ["1"])
    assert not {"lines", "articles"} & set(answer["pieces"])
    assert f'name="seen" value="{last_key_of(split)}"' in answer["pieces"]["head"]


def test_the_script_gets_all_articles_where_there_are_others(editor, split):
    answer = send(editor, split, "new", lines="7").json()
    assert not answer["panels"]
    assert 'id="article-3"' in answer["pieces"]["articles"]
    assert "归入第 3 篇" in answer["pieces"]["tools"]


def test_of_very_many_articles_the_script_gets_those_that_differ_and_the_numbers_of_those_behind(editor):
    many = open_split_of_many(50)
    answer = send(editor, many, "merge:20:19").json()
    assert not {"tools", "articles"} & set(answer["pieces"])
    assert answer["order"] == [key for key in range(1, 51) if key != 20]
    assert list(answer["panels"]) == ["19", "21"]  # 21 has another one before it
    assert list(answer["rows"]) == ["77", "79"]
    assert list(answer["marks"]) == [str(key) for key in range(21, 51)]
    assert "第 20 篇" in answer["marks"]["21"]["html"]
    undone = send(editor, many, "undo").json()
    assert list(undone["panels"]) == ["19", "20", "21"]
    assert undone["order"] == list(range(1, 51))


@pytest.mark.parametrize(("count", "do"), [(40, "new"), (41, "merge:2:1")])
def test_the_script_gets_all_articles_where_they_become_too_many_to_offer_each_other_and_few_again(editor, count, do):
    answer = send(editor, open_split_of_many(count), do, lines="3").json()
    assert ("into-1" in answer["pieces"]["articles"]) == (count == 41)
    assert ("归入第 9 篇" in answer["pieces"]["tools"]) == (count == 41)


def test_the_script_gets_all_lines_where_others_changed_some(editor, split):
    send(editor, split, "noise", lines="5")
    answer = send(editor, split, "role:byline", lines="11", seen=0).json()
    assert answer["message"].startswith("第 11 行是署名。")
    assert 'id="line-5"' in answer["pieces"]["lines"]
