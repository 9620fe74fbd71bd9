"""The address that open screens renew their holds at."""

import pytest
from django.contrib.auth.models import User

from archive.desk.holding import take_hold
from archive.models import Hold
from tests.archive.desk.logins import let_login_run_out, log_in_again


@pytest.fixture
def other(db):
    return User.objects.create_user("other")


def renew(client, article, **fields):
    return client.post(
        "/desk/hold/", {"kind": "article", "pk": article.pk, **fields}, headers={"accept": "application/json"}
    )


def test_a_script_takes_and_renews(editor, article):
    assert renew(editor, article).json() == {"message": "", "is_own": True}
    assert renew(editor, article).json()["is_own"]
    assert Hold.objects.get().article == article


def test_a_script_is_told_who_else_works_there(editor, article, other):
    take_hold(other, article=article)
    answer = renew(editor, article).json()
    assert not answer["is_own"]
    assert answer["message"].startswith("other从 ")


def test_a_page_is_held_too(editor, printed_page):
    editor.post("/desk/hold/", {"kind": "page", "pk": printed_page.pk})
    assert Hold.objects.get().page == printed_page


def test_taking_over_without_a_script_leads_back(editor, article, other):
    take_hold(other, article=article)
    response = renew_by_form(editor, article, next=f"/desk/articles/{article.pk}/")
    assert response["Location"] == f"/desk/articles/{article.pk}/"
    assert Hold.objects.get().user != other


def renew_by_form(client, article, **fields):
    return client.post("/desk/hold/", {"kind": "article", "pk": article.pk, "action": "take", **fields})


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/", "junk", "jobs", "1:2", "a\0b", ""])
def test_it_leads_to_no_other_site_nor_anywhere_by_a_word(editor, article, address):
    assert renew_by_form(editor, article, next=address)["Location"] == "/desk/"


def test_letting_go(editor, article):
    renew(editor, article)
    renew(editor, article, action="release")
    assert not Hold.objects.exists()


@pytest.mark.parametrize("pk", ["", "x", "-1", "9" * 30, "٣", "999999"])
def test_nonsense_is_not_found(editor, pk, db):
    assert editor.post("/desk/hold/", {"kind": "article", "pk": pk}).status_code == 404


def test_only_the_desk_holds(reader, client, article):
    assert renew(reader, article).status_code == 403
    assert renew(client, article).status_code == 401


def test_asked_for_without_a_form_it_leads_to_the_desk(editor):
    assert editor.get("/desk/hold/")["Location"] == "/desk/"


def test_taken_over_when_the_login_had_run_out_it_leads_back_and_takes_nothing(editor, article, other):
    take_hold(other, article=article)
    user = User.objects.get(pk=editor.session["_auth_user_id"])
    let_login_run_out(editor)
    renew_by_form(editor, article, next=f"/desk/articles/{article.pk}/")
    log_in_again(editor, user)
    assert editor.get("/desk/hold/")["Location"] == f"/desk/articles/{article.pk}/"
    assert Hold.objects.get().user == other
