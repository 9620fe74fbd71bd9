"""A session that ran out, a form that is too old, a full disk, a busy database: nothing entered is lost."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.desk.editing import saving
from archive.desk.trouble import OperationalError
from archive.models import Article, KeptEntry
from tests.archive.desk.full_disk import full_disk
from tests.archive.desk.logins import let_login_run_out
from tests.archive.desk.views.edit_form import JSON, address, enter, read_form

LONG = "工会送清凉。" * 20_000


def log_in_again(client: Client) -> None:
    client.force_login(User.objects.get(username="person-0"))


@pytest.mark.django_db(transaction=True)
def test_on_a_full_disk_the_entry_stays_in_the_form_and_is_saved_when_there_is_room(editor, article):
    fields = enter(editor, article, body=LONG)
    with full_disk():
        response = editor.post(address(article), fields)
        told = editor.post(address(article), fields, headers=JSON)
    assert response.status_code == 503
    assert "磁盘满了，没有保存" in response.text
    assert "告诉管理员" in response.text
    assert read_form(response.text)["body"] == LONG
    assert (told.status_code, "磁盘满了" in told.json()["message"]) == (503, True)
    assert (Article.objects.get().body, Article.objects.get().history.count()) == ("各级工会走进车间。", 1)
    editor.post(address(article), {**read_form(response.text), "action": "save"})
    assert Article.objects.get().body == LONG


@pytest.mark.django_db(transaction=True)
def test_on_a_full_disk_the_screen_still_opens(editor, article):
    editor.get("/desk/jobs/")
    with full_disk():
        assert editor.get(address(article)).status_code == 200


@pytest.mark.django_db
def test_a_busy_database_asks_to_try_again(editor, article, monkeypatch):
    def fail(*_: object) -> None:
        raise OperationalError("database is locked")

    fields = enter(editor, article, headline="新题")
    with monkeypatch.context() as patched:
        patched.setattr(saving, "write_entry", fail)
        response = editor.post(address(article), fields)
    assert (response.status_code, read_form(response.text)["headline"]) == (503, "新题")
    assert "请过一会儿再试" in response.text


@pytest.mark.django_db
def test_what_was_saved_is_not_called_lost_when_the_next_step_fails(reviewer, article, monkeypatch):
    def fail(*_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("archive.desk.editing.leaving.publish", fail)
    response = reviewer.post(address(article), enter(reviewer, article, "publish", headline="新题"), follow=True)
    assert "已保存，但是下一步没有做成" in response.text
    assert (Article.objects.get().headline, Article.objects.get().is_published) == ("新题", False)


@pytest.mark.django_db
def test_another_fault_is_not_explained_away(editor, article, monkeypatch):
    def fail(*_: object) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(saving, "write_entry", fail)
    with pytest.raises(OperationalError):
        editor.post(address(article), enter(editor, article, headline="新题"))


@pytest.mark.django_db
def test_after_the_login_ran_out_the_entry_comes_back_and_is_kept(editor, article):
    fields = enter(editor, article, headline="新题")
    let_login_run_out(editor)
    response = editor.post(address(article), fields)
    assert response.url == f"/login/?next={address(article)}"
    assert Article.objects.get().headline == "工会送清凉到一线"
    log_in_again(editor)
    html = editor.get(address(article)).text
    assert "刚才送出、还没有保存的内容" in html
    assert read_form(html)["headline"] == "新题"
    assert KeptEntry.objects.get().fields["headline"] == "新题"  # the tab may be closed now
    editor.post(address(article), {**read_form(html), "action": "save"})
    assert Article.objects.get().headline == "新题"


@pytest.mark.django_db
def test_a_choice_between_two_savers_comes_back_as_it_was_made(editor, reviewer, article):
    late = enter(editor, article, headline="编辑的题")
    reviewer.post(address(article), enter(reviewer, article, headline="审稿的题"))
    shown = read_form(editor.post(address(article), late).text)
    let_login_run_out(editor)
    editor.post(
        address(article), {**shown, "action": "resolve", "choose:headline": "edited", "edited:headline": "合写"}
    )
    log_in_again(editor)
    assert read_form(editor.get(address(article)).text)["headline"] == "合写"


@pytest.mark.django_db
def test_who_has_two_windows_open_is_not_told_of_another_person(editor, article):
    late = enter(editor, article, headline="后一个窗口的题")
    merged = enter(editor, article, kicker="引题")
    editor.post(address(article), enter(editor, article, headline="前一个窗口的题"))
    shown = editor.post(address(article), late).text
    assert "两个窗口改了同一处" in shown
    assert "用另一个窗口的" in shown
    assert "两个人" not in shown
    assert "您自己在" in editor.post(address(article), merged, follow=True).text


@pytest.mark.django_db
def test_a_script_is_told_to_log_in_and_keeps_what_it_has(editor, article):
    fields = enter(editor, article, headline="新题")
    let_login_run_out(editor)
    response = editor.post(address(article), fields, headers=JSON)
    assert (response.status_code, response.json()["login"]) == (401, "/login/")
    assert "请重新登录后再保存" in response.json()["message"]


@pytest.mark.django_db
def test_a_form_of_before_the_last_login_comes_back_to_be_sent_again(editor, article):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    fields = {**enter(strict, article, headline="新题"), "csrfmiddlewaretoken": "x" * 64}
    response = strict.post(address(article), fields, follow=True)
    assert "再保存一次" in response.text
    assert read_form(response.text)["headline"] == "新题"
    strict.post(address(article), {**read_form(response.text), "action": "save"})
    assert Article.objects.get().headline == "新题"


@pytest.mark.django_db
def test_a_form_of_another_site_changes_nothing(article):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(address(article), {"headline": "x"}).status_code == 403
    told = stranger.post(address(article), {"headline": "x"}, headers=JSON)
    # Whoever has deleted the cookies while typing sends no token any more, and has to log in.
    assert (told.status_code, told.json()["login"]) == (401, "/login/")
