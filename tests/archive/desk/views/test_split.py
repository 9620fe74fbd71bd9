"""The split screen: with and without a script, for one person and for two."""

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from archive.desk.holding import take_hold
from archive.models import Article, Hold, Page, Split
from tests.archive.desk.logins import let_login_run_out, log_in_again
from tests.archive.desk.splitting.made_up_page import (
    TEXT,
    articles_of,
    open_made_up_split,
)
from tests.archive.desk.views.split_steps import JSON, address, press, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def split() -> Split:
    return open_made_up_split()


@pytest.fixture
def other() -> User:
    return User.objects.create_user("other")


def test_each_line_is_there_with_its_article_and_its_role(editor, split):
    text = " ".join(editor.get(address(split)).text.split())
    for part in (
        "河湾市总工会把夜校办进车间",
        "8 行",
        "2 篇",
        "1 行重复",
        "1 处接续待定",
        "与 9 重复",
        'value="join:3:7"',
        "定稿 2 篇",
    ):
        assert part in text


def test_a_page_that_was_never_proposed_is_proposed_when_it_is_opened(editor):
    page = Page.objects.create(text=TEXT)
    assert editor.get(f"/desk/pages/{page.pk}/split/").status_code == 200
    assert Split.objects.get().page == page


@pytest.mark.parametrize("text", ["工会", "\n\n\n", "一" * 3000, "# \n##\n<script>alert(1)</script>\n&amp;"])
def test_a_page_of_any_text_opens(editor, text):
    page = Page.objects.create(text=text)
    shown = editor.get(f"/desk/pages/{page.pk}/split/")
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text


def test_a_page_without_articles_opens_and_can_be_finished(editor, split):
    press(editor, split, "noise", line=[1, 3, 5, 7, 9, 11])
    assert "还没有稿件" in editor.get(address(split)).text
    finished = press(editor, split, "finish", sure="yes")
    assert "已定稿：这一版没有稿件" in finished.text
    assert finished.redirect_chain[-1][0] == "/desk/"


def test_without_a_script_a_button_takes_a_step_and_leads_back_to_its_line(editor, split):
    answer = editor.post(address(split), {"do": "give:2", "line": [5, 7], "seen": 0})
    assert answer["Location"] == f"{address(split)}#line-5"
    assert "第 5、7 行归入第 2 篇" in editor.get(address(split)).text
    assert articles_of(split) == ["h1 3", "h9 c5 7 11"]


def test_without_a_script_all_is_undone_and_done_again(editor, split):
    press(editor, split, "noise", line=5)
    assert "撤销：第 5 行不属于稿件" in press(editor, split, "undo").text
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]
    press(editor, split, "redo", seen=0)
    assert articles_of(split) == ["h1 3 7", "h9 11"]


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        ("", {}),
        ("eat", {}),
        ("give:99", {"lines": "5"}),
        ("give:2", {"lines": "999"}),
        ("give:2", {"lines": "x"}),
        ("noise", {}),
        ("join", {"lines": "3"}),
        ("copy", {"lines": "3", "target": "3"}),
        ("undo", {}),
        ("merge:1:1", {}),
        ("role:king", {"lines": "3"}),
    ],
)
def test_an_impossible_step_is_explained_and_changes_nothing(editor, split, do, fields):
    answer = send(editor, split, do, **fields)
    assert answer.status_code == 422
    assert answer.json()["message"]
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]
    assert answer.json()["message"] in press(editor, split, do, **fields).text


def test_an_article_is_read_through(editor, split):
    assert "此处缺文" not in editor.get(address(split)).text
    assert "此处缺文" in editor.get(address(split), {"read": 1}).text
    panels = editor.get(address(split), {"read": 1, "was": 2}, headers=JSON).json()["panels"]
    assert list(panels) == ["1", "2"]
    assert ("此处缺文" in panels["1"], "收起" in panels["2"]) == (True, False)
    assert "此处缺文" in send(editor, split, "unplaced", lines="15", read=1).json()["panels"]["1"]


def test_who_else_works_here_is_told_and_their_page_is_only_looked_at(editor, split, other):
    take_hold(other, page=split.page)
    assert "other从" in editor.get(address(split)).text
    answer = send(editor, split, "noise", lines="5")
    assert answer.status_code == 409
    assert "other" in answer.json()["message"]
    assert "第 5 行不属于稿件" in answer.json()["pieces"]["notice"]
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]


def test_a_step_that_was_not_taken_can_be_taken_by_force(editor, split, other):
    take_hold(other, page=split.page)
    shown = press(editor, split, "noise", line=5)
    assert shown.status_code == 409
    for part in ("接手并做这一步", 'name="force" value="yes"', 'name="line" value="5"', 'name="do" value="noise"'):
        assert part in shown.text
    press(editor, split, "noise", line=5, force="yes")
    assert articles_of(split) == ["h1 3 7", "h9 11"]
    assert Hold.objects.get().user != other


def test_a_step_on_what_another_person_changed_shows_what_that_was(editor, split, other):
    send(editor, split, "noise", lines="5")
    split.steps.update(user=other)
    answer = send(editor, split, "role:byline", lines="5", seen=0)
    assert answer.status_code == 409
    assert "other在" in answer.json()["message"]
    assert "第 5 行不属于稿件" in answer.json()["message"]
    assert 'id="line-5"' in answer.json()["pieces"]["lines"]


def test_what_is_open_is_looked_at_before_a_page_is_finished(editor, split):
    shown = press(editor, split, "finish")
    assert "第 3 行没有说完" in strip_tags(shown.text)
    assert not Article.objects.exists()
    finished = press(editor, split, "finish", sure="yes")
    first = Article.objects.order_by("order").first()
    assert finished.redirect_chain[-1][0] == f"/desk/articles/{first.pk}/"
    assert Article.objects.count() == 2


def test_a_page_that_lacks_only_what_can_be_added_later_is_finished_at_once(editor, split):
    press(editor, split, "join:3:7")
    shown = press(editor, split, "noise", line=9).text
    for part in ("还没有报纸或日期", "没有主题"):
        assert part in shown
    press(editor, split, "finish")
    assert Article.objects.count() == 2


def test_a_finished_page_shows_its_articles_and_takes_no_step(editor, split):
    press(editor, split, "finish", sure="yes")
    shown = editor.get(address(split))
    assert "青石县工会送医上山" in shown.text
    assert 'value="reopen"' in shown.text
    answer = send(editor, split, "noise", lines="5")
    assert (answer.status_code, answer.json()["url"]) == (409, address(split))
    assert "已经定稿" in press(editor, split, "noise", line=5).text


def test_a_finished_page_is_opened_again(editor, split):
    press(editor, split, "finish", sure="yes")
    assert "版面原文" in press(editor, split, "reopen").text
    assert not Article.objects.exists()


def test_a_page_whose_articles_were_worked_on_is_not_opened_again(editor, split):
    press(editor, split, "finish", sure="yes")
    article = Article.objects.first()
    article.headline = "改过的主题"
    article.save()
    assert 'value="reopen"' not in editor.get(address(split)).text
    assert "改过的主题" in press(editor, split, "reopen").text
    assert Article.objects.count() == 2


def test_imported_articles_are_shown_and_no_step_makes_them_twice(editor, printed_page, article):
    shown = editor.get(f"/desk/pages/{printed_page.pk}/split/")
    assert article.headline in shown.text
    answer = editor.post(f"/desk/pages/{printed_page.pk}/split/", {"do": "finish", "sure": "yes"}, follow=True)
    assert "已经有稿件" in answer.text
    assert not Split.objects.exists()


def test_a_step_that_was_sent_without_a_login_waits_behind_it(split, editor):
    user = User.objects.get()
    let_login_run_out(editor)
    answer = editor.post(address(split), {"do": "noise", "line": 5, "seen": 0})
    assert answer["Location"].startswith("/login/?next=")
    log_in_again(editor, user)
    shown = editor.get(address(split))
    for part in ("您这一步还没有做", "第 5 行不属于稿件", 'name="line" value="5"'):
        assert part in shown.text
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]


def test_the_script_is_told_of_a_login_that_ran_out_and_of_an_old_token(split, editor):
    assert send(Client(), split, "noise", lines="5").status_code == 401
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    answer = send(strict, split, "noise", lines="5")
    assert (answer.status_code, bool(answer.json()["message"])) == (403, True)
    waiting = strict.post(address(split), {"do": "noise", "line": 5}, follow=True)
    assert "第 5 行不属于稿件" in waiting.text
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]


def refuse_steps(execute, sql, params, many, context):
    if sql.startswith("INSERT") and "splitstep" in sql:
        raise OperationalError("database or disk is full")
    return execute(sql, params, many, context)


def test_where_the_disk_is_full_a_step_is_not_half_taken(editor, split):
    with connection.execute_wrapper(refuse_steps):
        assert send(editor, split, "noise", lines="5").status_code == 503
        assert 'name="do"' in press(editor, split, "noise", line=5).text
    assert articles_of(split) == ["h1 3 c5 7", "h9 11"]


def test_only_who_may_make_articles_splits(reader, client, split):
    assert reader.get(address(split)).status_code == 403
    assert client.get(address(split))["Location"].startswith("/login/")


def test_a_page_that_is_not_there_is_not_found(editor, db):
    assert editor.get("/desk/pages/999/split/").status_code == 404
    assert editor.post("/desk/pages/999/split/", {"do": "undo"}).status_code == 404


def count_queries(client, page):
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/desk/pages/{page.pk}/split/")
    return len(queries)


def test_a_longer_page_takes_no_more_queries(editor, split):
    long = Page.objects.create(text="\n\n".join(f"# 第{number}条\n\n本报讯 工会送清凉。" for number in range(60)))
    for page in (split.page, long):
        count_queries(editor, page)  # the first opening proposes
    assert count_queries(editor, long) == count_queries(editor, split.page)
