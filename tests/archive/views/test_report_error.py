"""A reader reports an error: with and without a login, and nothing typed is lost."""

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from archive.models import ErrorReport, Status
from archive.views import error_report_form


@pytest.fixture
def report(add_report):
    return add_report("工会送清凉", body="第一段。\n\n第二段有误。")


@pytest.fixture
def closed(settings):
    settings.ARCHIVE_IS_OPEN = False
    login = "django.contrib.auth.middleware.LoginRequiredMiddleware"
    settings.MIDDLEWARE = [*django_settings.MIDDLEWARE, login]


@pytest.fixture
def member(db):
    user = User.objects.create_user("member", password="word")
    client = Client()
    client.force_login(user)
    return client


def address(report):
    return f"/articles/{report.pk}/report/"


def send(client, report, follow=True, headers=None, **fields):
    fields = {"quote": "第二段有误", "block": "1", "note": "应当是“无误”。", **fields}
    return client.post(address(report), fields, follow=follow, headers=headers)


def test_the_article_leads_to_the_form(client, report):
    assert f'href="{address(report)}"' in client.get(report.get_absolute_url()).text


def test_the_form_is_filled_with_what_was_selected(client, report):
    html = client.get(address(report), {"quote": "第二段", "block": "1"}).text
    assert ">\n第二段</textarea>" in html
    assert 'name="block" value="1"' in html


def test_a_selection_that_is_too_long_is_cut(client, report):
    assert f">\n{'字' * 500}</textarea>" in client.get(address(report), {"quote": "字" * 9000}).text


def test_a_report_is_stored_with_its_place_and_thanked_for(client, report):
    assert "谢谢，编辑已经收到" in send(client, report).text
    stored = ErrorReport.objects.get()
    assert (stored.article, stored.quote, stored.block, stored.note) == (report, "第二段有误", 1, "应当是“无误”。")
    assert (stored.state, stored.reporter) == ("open", None)


def test_who_is_logged_in_is_noted(member, report):
    send(member, report)
    assert ErrorReport.objects.get().reporter == User.objects.get()


def test_it_counts_on_the_desk(client, report):
    send(client, report)
    chief = User.objects.create_superuser("chief")
    client.force_login(chief)
    assert client.get("/desk/").context["work"].error_reports == 1


@pytest.mark.parametrize("note", ["", " \n\t　"])
def test_a_note_is_needed_and_the_quote_stays(client, report, note):
    response = send(client, report, note=note)
    assert response.status_code == 422
    assert 'id="report-note-error"' in response.text
    assert "第二段有误</textarea>" in response.text
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("fields", [{"note": "字" * 2001}, {"quote": "字" * 501}])
def test_what_is_too_long_is_refused_and_comes_back(client, report, fields):
    response = send(client, report, **fields)
    assert response.status_code == 422
    assert next(iter(fields.values())) in response.text
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("block", ["", "2", "-1", "x", "9" * 5000, "٣"])
def test_a_block_that_is_not_there_is_none(client, report, block):
    send(client, report, block=block)
    assert ErrorReport.objects.get().block is None


def test_the_field_for_machines_catches_them_and_tells_a_person(client, report):
    response = send(client, report, website="http://example.org")
    assert "请清空最后一栏" in response.text
    assert "应当是“无误”。" in response.text
    assert not ErrorReport.objects.exists()


def test_the_same_report_sent_twice_is_one(client, member, report):
    for _time in range(2):
        send(client, report)
        send(member, report)
    assert ErrorReport.objects.count() == 2


def test_too_many_of_one_reader_are_refused_for_today(client, report, monkeypatch):
    monkeypatch.setattr(error_report_form, "MOST_OF_READER", 2)
    for number in range(3):
        response = send(client, report, note=f"第{number}处")
    assert response.status_code == 429
    assert "今天您已经报了 2 处" in response.text
    assert "第2处" in response.text
    assert ErrorReport.objects.count() == 2
    send(Client(), report)
    assert ErrorReport.objects.count() == 3


def test_too_many_on_one_article_are_refused_from_whomever(report, add_report, monkeypatch):
    monkeypatch.setattr(error_report_form, "MOST_ON_ARTICLE", 2)
    statuses = [send(Client(), report, note=f"第{number}处", follow=False).status_code for number in range(3)]
    assert statuses == [302, 302, 429]
    assert send(Client(), add_report("另一篇"), follow=False).status_code == 302


def test_a_flood_without_logins_leaves_room_for_who_is_logged_in(report, member, monkeypatch):
    monkeypatch.setattr(error_report_form, "MOST_WITHOUT_LOGIN", 1)
    assert send(Client(), report).status_code == 200
    assert "请登录后再报" in send(Client(), report).text
    assert "谢谢" in send(member, report).text


def test_what_became_of_one_s_reports_is_shown_to_who_made_them(client, report):
    send(client, report)
    ErrorReport.objects.update(state="declined", answer="原报如此，不改。")
    html = client.get(address(report)).text
    assert "不改" in html
    assert "原报如此，不改。" in html
    assert "原报如此" not in Client().get(address(report)).text


def test_a_script_gets_the_form_and_the_thanks_alone(client, report):
    script = {"HX-Request": "true"}
    form = client.get(address(report), headers=script)
    assert "<html" not in form.text
    assert "交给编辑" in form.text
    refused = send(client, report, headers=script, note="")
    assert (refused.status_code, 'id="report-note-error"' in refused.text) == (200, True)
    assert "谢谢" in send(client, report, headers=script).text
    assert ErrorReport.objects.count() == 1


def test_a_form_whose_token_is_too_old_comes_back_and_can_be_sent_again(report):
    strict = Client(enforce_csrf_checks=True)
    response = send(strict, report)
    assert response.status_code == 403
    assert "请看一遍，再交一次" in response.text
    assert "应当是“无误”。" in response.text
    assert not ErrorReport.objects.exists()
    token = strict.cookies["csrftoken"].value
    assert "谢谢" in send(strict, report, csrfmiddlewaretoken=token).text


@pytest.mark.parametrize(("error", "told"), [("database is locked", "数据库正忙"), ("disk is full", "磁盘满了")])
def test_what_the_machine_could_not_save_comes_back(client, report, monkeypatch, error, told):
    def fail(**_):
        raise OperationalError(error)

    monkeypatch.setattr(ErrorReport.objects, "create", fail)
    response = send(client, report)
    assert response.status_code == 503
    assert told in response.text
    assert "应当是“无误”。</textarea>" in response.text


def test_a_closed_archive_asks_for_a_login_and_brings_back_what_was_typed(closed, report, client, member):
    assert client.get(address(report))["Location"] == f"/login/?next={address(report)}"
    response = send(client, report, follow=False)
    assert response["Location"] == f"/login/?next={address(report)}"
    assert not ErrorReport.objects.exists()
    client.post("/login/", {"username": "member", "password": "word"})
    html = client.get(address(report)).text
    assert "应当是“无误”。</textarea>" in html
    assert "第二段有误</textarea>" in html
    assert "谢谢" in send(client, report).text


def test_a_closed_archive_keeps_no_endless_text_of_strangers(closed, report, client):
    send(client, report, follow=False, note="字" * 100_000)
    assert "kept_entry" not in client.session


def test_the_script_of_whoever_is_logged_out_leads_to_the_login(closed, report, client):
    response = send(client, report, follow=False, headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Redirect"]) == (401, f"/login/?next={address(report)}")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.WITHDRAWN])
def test_only_of_a_published_article_errors_are_reported(client, add_report, status):
    article = add_report(status=status)
    assert client.get(address(article)).status_code == 404
    assert send(client, article).status_code == 404
    assert not ErrorReport.objects.exists()


def test_markup_is_shown_as_text(client, report):
    html = client.get(address(report), {"quote": "</textarea><script>alert(1)</script>"}).text
    assert "<script>alert" not in html
