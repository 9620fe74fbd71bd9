"""Files of every form, good and bad -> their pages, or why there are none."""

import pytest

from archive.intake.pages import MOST_FILE_BYTES, Intake, IntakePage, read_pages
from archive.intake.refusal import Reason, RefusedError
from tests.archive.intake.made_up_files import BOMB_BYTES, PNG, TEXT, make_docx, make_pdf, make_zip_bomb


@pytest.fixture
def read(tmp_path):
    def read_bytes(data: bytes, name: str = "page") -> Intake:
        (tmp_path / name).write_bytes(data)
        return read_pages(tmp_path / name)

    return read_bytes


@pytest.mark.parametrize("name", ["page.txt", "page.pdf", "page"])
def test_the_form_is_told_by_content_and_not_by_name(read, name):
    assert read(TEXT.encode(), name).pages == (IntakePage(TEXT),)
    assert read(make_docx("工会把清凉送到一线。"), name).pages == (IntakePage("工会把清凉送到一线。"),)


def test_each_page_of_a_pdf_is_a_page_and_those_without_text_are_named(read):
    line = (72, 700, 12, "工会把清凉送到职工手中。")
    assert read(make_pdf([line], [], [line, (72, 600, 12, "又一行。")])) == Intake(
        (IntakePage(line[3], 1), IntakePage(f"{line[3]}\n\n\n\n又一行。", 3)), without_text=(2,)
    )


def test_mixed_line_ends_and_stray_control_characters_are_kept(read):
    text = "第一行有些文字\r\n第二行也有\r第三行\n\x0c第四行\x02在这里。" + "职工" * 60
    assert read(text.encode()).pages[0].text == text


def test_a_page_of_half_a_million_characters_is_read(read):
    text = "工会送清凉。" * 83_334
    assert len(text) > 500_000
    assert read(text.encode()).pages[0].text == text


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"", Reason.EMPTY, ""),
        ("工会送清凉".encode(), Reason.TOO_SHORT, "5"),
        (make_docx("工会送清凉"), Reason.TOO_SHORT, "5"),
        (PNG, Reason.IMAGE, ""),
        (b"a" * (2 * 1024 * 1024 + 1), Reason.TOO_LARGE, "2 MB"),
        (make_docx("工" * 700_000), Reason.TOO_LARGE, "2 MB"),
        (bytes(range(1, 256)) * 20, Reason.BINARY, None),
        (make_pdf([], []), Reason.NO_TEXT_LAYER, ""),
        (make_pdf([], locked=True), Reason.PASSWORD, ""),
        (make_zip_bomb(BOMB_BYTES), Reason.ZIP_BOMB, ""),
    ],
    ids=["empty", "short", "short docx", "image", "long", "long docx", "binary", "no text", "password", "bomb"],
)
def test_what_is_no_page_is_refused_with_its_reason(read, data, reason, detail):
    with pytest.raises(RefusedError) as refused:
        read(data, "page.txt")
    assert refused.value.reason is reason
    assert detail is None or refused.value.detail == detail


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "large").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(RefusedError) as refused:
        read_pages(tmp_path / "large")
    assert (refused.value.reason, refused.value.detail) == (Reason.FILE_TOO_LARGE, "50 MB")
    assert MOST_FILE_BYTES == 50 * 1024 * 1024
