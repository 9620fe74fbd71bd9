"""What every screen of the desk says of what was sent when a login had run out."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from archive.models import BulkChange, JobState
from tests.archive.desk.jobs.made_up_work import made_up_work, start_made_up_job
from tests.archive.desk.logins import let_login_run_out, log_in_again

NOT_DONE = "您刚才要做的还没有做"


def send_logged_out(client, address, fields):
    user = User.objects.get(pk=client.session["_auth_user_id"])
    let_login_run_out(client)
    assert client.post(address, fields)["Location"] == f"/login/?next={address}"
    log_in_again(client, user)


def test_of_a_browser_that_was_never_at_the_desk_nothing_is_kept(client, db):
    assert client.post("/desk/pages/add/", {"paste": "1", "text": "工" * 9000}).status_code == 302
    client.cookies["desk"] = "made-up:signature"
    assert client.post("/desk/pages/add/", {"paste": "1", "text": "工" * 9000}).status_code == 302
    assert not Session.objects.exists()


def test_a_job_that_was_to_be_stopped_goes_on_and_its_screen_says_so_once(editor):
    with made_up_work():
        job = start_made_up_job("甲")
        send_logged_out(editor, f"/desk/jobs/{job.pk}/", {"action": "stop"})
        assert NOT_DONE in editor.get(f"/desk/jobs/{job.pk}/").text
        assert NOT_DONE not in editor.get(f"/desk/jobs/{job.pk}/").text
    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_a_change_that_was_to_be_taken_back_stays_and_the_list_says_so(editor):
    stored = BulkChange.objects.create(action="set_status", value="review")
    send_logged_out(editor, "/desk/changes/", {"undo": stored.pk})
    assert NOT_DONE in editor.get("/desk/changes/").text


def test_a_version_that_was_to_be_brought_back_is_not_and_its_screen_says_so(editor, article):
    address = f"/desk/articles/{article.pk}/history/{article.history.get().history_id}/"
    send_logged_out(editor, address, {"newest": "1"})
    assert NOT_DONE in editor.get(address).text


@pytest.mark.parametrize("address", ["duplicates", "review"])
def test_a_screen_with_a_place_for_it_says_what_it_is_for_itself(reviewer, article, other_article, address):
    address = f"/desk/articles/{article.pk}/{address}/" + (f"{other_article.pk}/" if address == "duplicates" else "")
    send_logged_out(reviewer, address, {"action": "withdraw", "reason": "写了很久的原因"})
    text = reviewer.get(address).text
    assert "您写的原因还在下面" in text
    assert "写了很久的原因" in text
    assert NOT_DONE not in text


@pytest.fixture
def other_article(article):
    return type(article).objects.create(headline="另一篇", body=article.body)
