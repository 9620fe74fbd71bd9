"""Files are read in a process of their own, which may die."""

import pytest

from archive.intake import separately
from archive.intake.forms import Form
from archive.intake.refusal import Reason, RefusedError
from archive.intake.separately import MOST_CHARACTERS, collect, read_separately
from tests.archive.intake.made_up_files import make_docx, make_pdf


@pytest.fixture
def path(tmp_path):
    return tmp_path / "工会 $(reboot).pdf"


def test_the_texts_come_back_as_they_were_read(path):
    path.write_bytes(make_pdf([(72, 700, 12, "第一页")], [(72, 700, 12, "第二页")]))
    assert read_separately(Form.PDF, path) == ["第一页", "第二页"]
    path.write_bytes(make_docx("“职工”𠮷", ""))
    assert read_separately(Form.DOCX, path) == ["“职工”𠮷\n"]


def test_a_refusal_comes_back_with_its_reason(path):
    path.write_bytes(b"%PDF-1.7 junk")
    with pytest.raises(RefusedError) as refused:
        read_separately(Form.PDF, path)
    assert refused.value.reason is Reason.DAMAGED


@pytest.mark.parametrize(("name", "value"), [("SECONDS", 0.01), ("__name__", "archive.intake.not_there")])
def test_a_process_that_takes_too_long_or_dies_is_a_refusal(path, monkeypatch, name, value):
    monkeypatch.setattr(separately, name, value)
    path.write_bytes(make_pdf([]))
    with pytest.raises(RefusedError) as refused:
        read_separately(Form.PDF, path)
    assert refused.value.reason is Reason.TOO_HEAVY


def test_the_process_has_little_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(separately, "__name__", "tests.archive.intake.memory_eater")
    with pytest.raises(RefusedError) as refused:
        read_separately(Form.PDF, tmp_path)
    assert refused.value.reason is Reason.TOO_HEAVY


def test_texts_without_end_are_refused():
    with pytest.raises(RefusedError):
        collect("工" * (MOST_CHARACTERS // 2) for _ in range(3))
