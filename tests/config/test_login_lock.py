"""Wrong passwords: after some, the logins of one name from one address are refused for a while."""

import datetime

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from archive.loading.groups import load_groups
from config.login_lock import schedule_forgetting

REFUSED = "输错密码的次数太多了"
HOME, OFFICE = "198.51.100.1", "203.0.113.9"


@pytest.fixture(autouse=True)
def zhang(db) -> User:
    load_groups()
    return User.objects.create_superuser("zhang", password="right")


def try_password(client, password, name="zhang", address=HOME, path="/login/", **options):
    return client.post(path, {"username": name, "password": password, "next": "/desk/"}, REMOTE_ADDR=address, **options)


def guess(client, times=5, **options):
    for number in range(times):
        response = try_password(client, f"wrong {number}", **options)
    return response


def let_minutes_pass(minutes):
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= datetime.timedelta(minutes=minutes)
        attempt.save()


def test_four_wrong_passwords_hinder_nobody(client):
    assert REFUSED not in guess(client, times=4).text
    assert try_password(client, "right")["Location"] == "/desk/"


@pytest.mark.parametrize("path", ["/login/", "/admin/login/"])
def test_after_five_the_right_one_is_refused_at_both_logins(client, path):
    assert guess(client, path=path).status_code == 429
    for login in ("/login/", "/admin/login/"):
        response = try_password(client, "right", path=login)
        assert response.status_code == 429
        assert REFUSED in response.text
    assert "_auth_user_id" not in client.session


def test_names_that_nobody_has_are_answered_alike(client):
    assert guess(client, name="nobody").status_code == 429


def test_another_name_and_another_address_go_on(client):
    User.objects.create_user("li", password="right")
    guess(client)
    assert try_password(client, "right", name="li").status_code == 302
    assert try_password(client, "right", address=OFFICE).status_code == 302


def test_the_header_of_a_proxy_opens_no_way_around(client):
    for number in range(5):
        response = guess(client, times=1, headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert response.status_code == 429


def test_other_browsers_open_no_way_around(client):
    for number in range(5):
        response = guess(client, times=1, headers={"User-Agent": f"browser {number}"})
    assert response.status_code == 429


def test_a_quarter_of_an_hour_later_one_logs_in_however_often_it_was_tried(client):
    guess(client)
    let_minutes_pass(14)
    assert try_password(client, "right").status_code == 429
    let_minutes_pass(2)
    assert try_password(client, "right").status_code == 302


def test_a_login_begins_the_count_anew(client):
    for _ in range(2):
        guess(client, times=4)
        assert try_password(client, "right").status_code == 302
        client.logout()


def test_the_page_names_the_time_and_leads_back_to_where_one_was_going(client):
    guess(client)
    let_minutes_pass(3)
    response = try_password(client, "right")
    end = AccessAttempt.objects.get().attempt_time + datetime.timedelta(minutes=16)
    assert f"请过 12 分钟，在 {timezone.localtime(end):%H:%M} 以后再登录" in response.text
    assert 'href="/login/?next=%2Fdesk%2F"' in response.text
    assert 11 * 60 < int(response["Retry-After"]) <= 12 * 60


def test_the_page_speaks_english(client):
    client.cookies["django_language"] = "en"
    guess(client)
    text = try_password(client, "right").text
    assert "Too many wrong passwords were given for this name. Try again in 15 minutes" in text


def test_whoever_is_logged_in_is_not_disturbed(client, zhang):
    client.force_login(zhang, backend="django.contrib.auth.backends.ModelBackend")
    assert guess(type(client)()).status_code == 429
    assert client.get("/desk/").status_code == 200


def test_what_was_sent_from_the_desk_is_there_after_the_lock(client, zhang):
    client.force_login(zhang)
    client.get("/desk/")
    client.session.flush()
    client.cookies.pop("sessionid")
    client.post("/desk/pages/add/", {"paste": "1", "text": "打了很久的文字"})
    assert "在编辑台填写过的还在" in guess(client).text
    call_command("axes_reset_username", "zhang", verbosity=0)
    assert try_password(client, "right").status_code == 302
    assert "打了很久的文字" in client.get("/desk/pages/add/").text


def test_every_day_the_worker_forgets_what_counts_no_more(client):
    guess(client, times=1)
    let_minutes_pass(16)
    AccessAttempt.objects.create(username="li", ip_address=HOME, failures_since_start=5)
    schedule_forgetting()
    schedule = Schedule.objects.get(name="forget_old_attempts")
    assert schedule.schedule_type == Schedule.DAILY
    import_string(schedule.func)()
    assert AccessAttempt.objects.get().username == "li"
