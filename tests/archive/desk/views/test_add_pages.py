"""Pages are handed in: a text that is pasted, or many files."""

import errno
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from archive.desk import uploading
from archive.models import Job, JobItem, JobState, Newspaper
from tests.archive.desk.logins import let_login_run_out
from tests.archive.desk.views.handing_in import JSON, URL, hand_in, paste
from tests.archive.intake.made_up_files import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def newspaper() -> Newspaper:
    return Newspaper.objects.create(name="工人日报")


def stored_files() -> list[str]:
    folder = Path(settings.DATA_DIR) / "handed-in" / "jobs"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_address_and_the_way_there(editor):
    assert reverse("add_pages") == URL
    assert f'href="{URL}"' in editor.get("/desk/").text


def test_a_pasted_text_becomes_a_job_with_what_was_given(editor, newspaper):
    response = paste(editor, newspaper="工人日报", date="2013年9月", number="4")
    job = Job.objects.get()
    assert response.url == f"/desk/jobs/{job.pk}/"
    assert (job.state, job.user) == (JobState.WAITING, User.objects.get())
    item = job.items.get()
    assert item.detail == {"newspaper": "工人日报", "date": "2013-09-01", "precision": "month", "number": 4}
    assert item.file.read().decode() == TEXT


def test_the_line_ends_of_the_browser_are_not_those_of_the_text(editor):
    paste(editor, TEXT.replace("\n", "\r\n"))
    assert JobItem.objects.get().file.read().decode() == TEXT


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": ""}, "必填"),
        ({"text": "工会送清凉"}, "只有 5 个字"),
        ({"text": "工" * 700_000}, "不超过 2 MB"),
        ({"date": "某日"}, "看不懂这个日期"),
        ({"date": "2013年9月31日"}, "没有 2013年9月31日这一天"),
        ({"number": "0"}, "1"),
        ({"number": "四"}, "整数"),
        ({"newspaper": "报" * 101}, "100"),
        ({"newspaper": "工人日抱"}, "档案里还没有这份报纸"),
        ({"text": f"{TEXT}\x00"}, "空字符"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_all_else_is_kept(editor, fields, message):
    Newspaper.objects.create(name="某报<b>")
    entry = {"text": TEXT, "newspaper": "某报<b>", "date": "2013", "number": "4", **fields}
    response = paste(editor, **entry)
    assert response.status_code == 422
    assert message in response.text
    assert not Job.objects.exists()
    for name in entry.keys() - fields.keys():
        assert response.context["form"][name].value() == entry[name]
    assert "某报<b>" not in response.text


def test_the_fields_of_the_two_forms_are_told_apart(editor):
    ids = re.findall(r' id="([^"]+)"', editor.get(URL).text)
    assert len(ids) == len(set(ids))


def test_the_first_field_that_has_to_be_mended_has_the_focus(editor):
    fields = re.findall(r"<(?:input|textarea) [^>]*>", paste(editor, text=TEXT, date="某日", number="四").text)
    assert [re.search(r'name="(\w+)"', field)[1] for field in fields if "autofocus" in field] == ["date", "number"]
    assert "autofocus" not in editor.get(URL).text


def test_files_become_items_in_their_order_under_names_of_ours(editor):
    before = stored_files()
    response = hand_in(editor, ("b.txt", TEXT.encode()), ("../../etc/a.txt", b"x"), ("<script>.pdf", b"%PDF"))
    items = Job.objects.get().items.order_by("number")
    assert response.status_code == 302
    assert [item.name for item in items] == ["b.txt", "a.txt", "<script>.pdf"]
    new = set(stored_files()) - set(before)
    assert len(new) == 3
    assert not any(word in name for name in new for word in ("txt", "script", "pdf"))
    assert b"<script>" not in editor.get(response.url).content


def test_the_files_of_a_job_lie_where_no_address_leads(editor):
    hand_in(editor, ("a.txt", TEXT.encode()))
    file = JobItem.objects.get().file
    assert Path(file.path).stat().st_mode & 0o077 == 0
    assert not Path(file.path).is_relative_to(settings.MEDIA_ROOT)
    assert editor.get(f"/{file.name}").status_code == 404


def test_a_file_that_is_too_large_is_named_and_the_others_come_in(editor, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILE_BYTES", 100_000)
    hand_in(editor, ("large.pdf", bytes(250_000)), ("page.txt", TEXT.encode()))
    large, page = JobItem.objects.order_by("number")
    assert (large.name, large.detail, large.file.name) == (
        "large.pdf",
        {"refused": "file_too_large", "limit": "50 MB"},
        "",
    )
    assert page.file.read().decode() == TEXT


def test_of_a_file_that_is_too_large_no_more_than_the_limit_is_written(monkeypatch):
    written = []
    monkeypatch.setattr(uploading, "MOST_FILE_BYTES", 100)
    monkeypatch.setattr(
        uploading.TemporaryFileUploadHandler, "receive_data_chunk", lambda self, data, start: written.append(start)
    )
    handler = uploading.LimitedUploadHandler()
    for start in range(0, 1000, 50):
        handler.receive_data_chunk(b"x" * 50, start)
    assert written == [0, 50, 100]


def test_a_name_longer_than_a_disk_can_write_is_no_trouble(editor):
    hand_in(editor, (f"版.{'长' * 300}", TEXT.encode()))
    assert len(JobItem.objects.get().name) <= 255


def test_no_file_and_too_many_files_are_told(editor, settings):
    assert "没有选择文件" in editor.post(URL, {"files": "1"}).text
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    response = hand_in(editor, *[(f"{n}.txt", b"x") for n in range(3)])
    assert response.status_code == 400
    assert "一次最多交" in response.text
    assert not Job.objects.exists()


def test_a_text_that_is_far_too_long_is_told(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = paste(editor, "工" * 1000)
    assert response.status_code == 400
    assert "文字太长" in response.text


def test_half_a_million_characters_can_be_pasted(editor):
    assert paste(editor, "工会送清凉。" * 83_334).status_code == 302


def test_a_full_disk_while_files_come_in_is_told(editor, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(uploading.LimitedUploadHandler, "receive_data_chunk", fail)
    response = hand_in(editor, ("a.txt", TEXT.encode()))
    assert response.status_code == 503
    assert "磁盘满了" in response.text
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("words", "message"), [("database or disk is full", "磁盘满了"), ("database is locked", "正忙")]
)
def test_what_cannot_be_written_now_is_told_and_a_pasted_text_is_there(editor, monkeypatch, words, message):
    def fail(*_: object) -> None:
        raise OperationalError(words)

    monkeypatch.setattr("archive.desk.views.add_pages.start_job", fail)
    response = paste(editor, newspaper="某报", add_newspaper="yes")
    assert response.status_code == 503
    assert message in response.text
    assert response.context["form"]["text"].value() == TEXT
    assert response.context["form"]["newspaper"].value() == "某报"
    response = hand_in(editor, ("a.txt", TEXT.encode()))
    assert (response.status_code, f"{message}，文件没有收下" in response.text) == (503, True)


def test_another_fault_is_not_explained_away(editor, monkeypatch):
    def fail(*_: object) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr("archive.desk.views.add_pages.start_job", fail)
    with pytest.raises(OperationalError):
        hand_in(editor, ("a.txt", TEXT.encode()))


def test_a_script_is_told_where_to_go_on_and_what_hinders(editor):
    taken = editor.post(URL, {"paste": "1", "text": TEXT}, headers=JSON)
    assert taken.json()["url"] == f"/desk/jobs/{Job.objects.get().pk}/"
    assert editor.post(URL, {"paste": "1", "text": "短"}, headers=JSON).status_code == 422
    refused = editor.post(URL, {"files": "1"}, headers=JSON)
    assert (refused.status_code, refused.json()) == (422, {"message": "没有选择文件。"})


def test_a_script_whose_login_ran_out_is_told_when_all_has_been_read(editor):
    let_login_run_out(editor)
    file = SimpleUploadedFile("a.txt", b"x" * 3_000_000)
    response = editor.post(URL, {"files": "1", "file": file}, headers=JSON)
    assert (response.status_code, response.json()["login"]) == (401, "/login/")
    assert not Job.objects.exists()


def test_files_are_not_left_behind_when_their_job_cannot_be_written(editor, monkeypatch):
    before = stored_files()

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("archive.desk.jobs.starting.enqueue", fail)
    with pytest.raises(RuntimeError):
        hand_in(editor, ("a.txt", TEXT.encode()))
    assert stored_files() == before


def test_what_was_pasted_after_the_login_ran_out_comes_back(editor):
    user = User.objects.get()
    let_login_run_out(editor)
    assert paste(editor, newspaper="工人日报").url.startswith("/login/")
    editor.force_login(user)
    response = editor.get(URL)
    assert "还没有收下" in response.text
    assert response.context["form"]["text"].value().replace("\r\n", "\n") == TEXT
    assert response.context["form"]["newspaper"].value() == "工人日报"


def test_files_handed_in_after_the_login_ran_out_have_to_be_chosen_again(editor):
    user = User.objects.get()
    let_login_run_out(editor)
    hand_in(editor, ("a.txt", TEXT.encode()))
    editor.force_login(user)
    assert "请重新选择" in editor.get(URL).text


def test_a_forged_form_adds_nothing(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert paste(strict).url == URL
    assert not Job.objects.exists()


def test_readers_and_those_who_may_not_add_pages_are_refused(reader):
    assert reader.get(URL).status_code == 403
    assert paste(reader).status_code == 403
    assert not Job.objects.exists()
