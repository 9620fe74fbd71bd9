"""Files that come with a form: kept for who works at the desk, and for nobody else, whatever the address."""

import pytest
from django.core.files import uploadedfile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.models import Status
from tests.archive.desk.logins import let_login_run_out

LARGE = 3_000_000  # Django would write it to the disk


@pytest.fixture
def written(monkeypatch) -> list[str]:
    """The files that are begun on the disk while a form comes in."""
    begun: list[str] = []
    begin = uploadedfile.TemporaryUploadedFile.__init__

    def note(self, name, *others) -> None:
        begun.append(name)
        begin(self, name, *others)

    monkeypatch.setattr(uploadedfile.TemporaryUploadedFile, "__init__", note)
    return begun


def send(client: Client, address: str, **fields: str):
    return client.post(address, {"file": SimpleUploadedFile("a.txt", b"x" * LARGE), **fields})


@pytest.mark.parametrize("address", ["/desk/pages/add/", "/desk/import/", "/desk/", "/login/"])
@pytest.mark.parametrize("checks_token", [False, True])
def test_nothing_of_a_file_from_somebody_without_a_login_is_written(db, written, address, checks_token):
    response = send(Client(enforce_csrf_checks=checks_token), address)
    assert response.status_code != 500
    assert response.wsgi_request.FILES == {}
    assert written == []


@pytest.mark.parametrize("address", ["/desk/pages/add/", "/desk/import/"])
def test_nothing_of_a_file_from_a_reader_is_written(reader, written, address):
    assert send(reader, address).status_code == 403
    assert written == []


@pytest.mark.parametrize("address", ["/desk/pages/add/", "/desk/import/"])
def test_too_many_files_show_nothing_of_the_desk_without_a_login(editor, settings, address):
    let_login_run_out(editor)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(3)]
    response = editor.post(address, {"files": "1", "file": files})
    assert (response.status_code, response["Location"]) == (302, f"/login/?next={address}")


def test_the_fields_beside_a_file_that_is_dropped_are_read(client, db, written):
    response = send(client, "/desk/pages/add/", text="工会送清凉")
    assert response.wsgi_request.POST["text"] == "工会送清凉"


@pytest.mark.parametrize("address", ["/desk/pages/add/", "/desk/import/"])
def test_the_files_of_an_editor_are_written(editor, written, address):
    send(editor, address)
    assert written == ["handed-in"]


def test_an_error_report_takes_no_files_even_from_an_editor(editor, article, written):
    article.status = Status.PUBLISHED
    article.save()
    response = send(editor, f"/articles/{article.pk}/report/", quote="工会", note="有误。")
    assert response.wsgi_request.FILES == {}
    assert written == []
