"""Paths a person named -> files, on a real disk."""

import os
from pathlib import Path

import pytest

from archive.intake.files import find_page_files, open_page_file
from archive.intake.refusal import Reason, RefusedError


def names_in(*paths: Path) -> list[str]:
    return [path.name for path, refused in find_page_files(paths) if refused is None]


def reason_for(path: Path) -> Reason:
    with pytest.raises(RefusedError) as refused:
        open_page_file(path, most_bytes=100).__enter__()
    return refused.value.reason


def test_a_folder_gives_its_pages_and_those_below_in_order_of_path(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/d.PDF", "b/e.docx", "b/notes.xlsx", "b/~$e.docx"):
        (tmp_path / name).write_text("文字")
    assert names_in(tmp_path) == ["a.md", "d.PDF", "e.docx", "c.txt"]


def test_a_named_file_is_taken_whatever_its_ending(tmp_path):
    (tmp_path / "page.text").write_text("文字")
    assert names_in(tmp_path / "page.text") == ["page.text"]


def test_a_link_to_the_folder_itself_is_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text("文字")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names_in(tmp_path) == ["a.txt"]


def test_a_folder_without_pages_is_said(tmp_path):
    [(path, refused)] = find_page_files([tmp_path])
    assert path == tmp_path
    assert refused is not None
    assert refused.reason is Reason.NO_PAGES


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every folder")
def test_a_folder_that_cannot_be_read_is_said(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    [(path, refused)] = find_page_files([tmp_path])
    assert (path, refused.reason) == (closed, Reason.UNREADABLE)


def test_a_missing_file_a_dangling_link_and_a_link_to_itself_are_told_apart(tmp_path):
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reason_for(tmp_path / "missing") is Reason.MISSING
    assert reason_for(tmp_path / "dangling") is Reason.DANGLING
    assert reason_for(tmp_path / "loop") is Reason.LOOP


def test_a_pipe_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert reason_for(tmp_path / "pipe") is Reason.NOT_A_FILE


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"a" * 101)
    assert reason_for(tmp_path / "large.txt") is Reason.FILE_TOO_LARGE


def test_a_file_at_the_limit_is_opened(tmp_path):
    (tmp_path / "page.txt").write_bytes(b"a" * 100)
    with open_page_file(tmp_path / "page.txt", most_bytes=100) as file:
        assert len(file.read()) == 100
