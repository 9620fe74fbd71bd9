"""What the machine could not save comes back on a page from which it is sent again; other faults are not hidden."""

import errno

import pytest
from django.db import OperationalError
from django.test import Client

from archive.desk.trouble import explain_trouble, is_busy, is_out_of_room
from archive.models import Article

JSON = {"accept": "application/json"}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperationalError("database or disk is full"), "磁盘满了"),
        (OperationalError("disk I/O error"), "磁盘满了"),
        (OperationalError("attempt to write a readonly database"), "磁盘满了"),
        (OperationalError("could not extend file: No space left on device"), "磁盘满了"),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘满了"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "磁盘满了"),
        (OperationalError("database is locked"), "正忙"),
        (OperationalError("no such table: archive_article"), ""),
        (OSError(errno.ENOENT, "No such file"), ""),
        (ValueError("database is locked"), ""),
    ],
)
def test_a_fault_of_the_machine_is_told_with_what_to_do(error, words):
    assert words in explain_trouble(error)
    assert bool(explain_trouble(error)) == bool(words)
    assert (is_busy(error), is_out_of_room(error)) == (words == "正忙", words == "磁盘满了")


@pytest.fixture
def failing_hold(monkeypatch):
    """Let a view of the desk fail that says nothing of it itself."""

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("archive.desk.views.hold.take_hold", fail)


def send(client: Client, article: Article, **options):
    fields = {"kind": "article", "pk": article.pk, "action": "take", "note": "第一行\n第二<行>"}
    return client.post("/desk/hold/", fields, **options)


@pytest.mark.usefixtures("failing_hold")
def test_what_was_sent_stands_in_the_page_and_can_be_sent_again(editor, article):
    response = send(editor, article)
    assert response.status_code == 503
    assert "磁盘满了" in response.text
    assert "第一行\n第二&lt;行&gt;</textarea>" in response.text
    assert '<input type="hidden" name="action" value="take">' in response.text
    assert "csrfmiddlewaretoken</label>" not in response.text


@pytest.mark.usefixtures("failing_hold")
def test_a_script_is_told_in_a_sentence(editor, article):
    response = send(editor, article, headers=JSON)
    assert (response.status_code, "磁盘满了" in response.json()["message"]) == (503, True)
