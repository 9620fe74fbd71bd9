"""The first bytes of a file -> its form, whatever its name."""

import pytest

from archive.intake.forms import Form, recognise_form
from archive.intake.refusal import Reason, RefusedError
from tests.archive.intake.made_up_files import JPEG, OLD_WORD, PNG, TEXT, TIFF, make_docx, make_pdf


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (TEXT.encode(), Form.TEXT),
        (TEXT.encode("gb18030"), Form.TEXT),
        (TEXT.encode("utf-16"), Form.TEXT),
        (b"BM is short for something", Form.TEXT),
        (b"", Form.TEXT),
        (make_docx("工会"), Form.DOCX),
        (make_pdf([]), Form.PDF),
        (b"\r\n" + make_pdf([]), Form.PDF),
    ],
)
def test_forms_are_told_apart(head, form):
    assert recognise_form(head) is form


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (PNG, Reason.IMAGE),
        (JPEG, Reason.IMAGE),
        (TIFF, Reason.IMAGE),
        (b"MM\x00*\x00\x00", Reason.IMAGE),
        (b"GIF89a\x01", Reason.IMAGE),
        (b"BM\x36\x00\x00\x00", Reason.IMAGE),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", Reason.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", Reason.IMAGE),
        (OLD_WORD, Reason.OLD_WORD),
        (rb"{\rtf1\ansi", Reason.OTHER_FORM),
        (b"Rar!\x1a\x07\x01", Reason.OTHER_FORM),
    ],
)
def test_what_is_no_page_is_told_by_what_it_is(head, reason):
    with pytest.raises(RefusedError) as refused:
        recognise_form(head)
    assert refused.value.reason is reason
