"""PDF -> the text of each page, its paragraphs put together again."""

import pytest

from archive.intake.pdf import MOST_PAGES, read_pdf
from archive.intake.refusal import Reason, RefusedError
from tests.archive.intake.made_up_files import PrintedLine, make_pdf


@pytest.fixture
def read(tmp_path):
    def read_bytes(data: bytes) -> list[str]:
        path = tmp_path / "page"
        path.write_bytes(data)
        return list(read_pdf(path))

    return read_bytes


@pytest.fixture
def reason_for(read):
    def reason(data: bytes) -> Reason:
        with pytest.raises(RefusedError) as refused:
            read(data)
        return refused.value.reason

    return reason


def column(left: float, top: float, *lines: str, size: float = 12) -> list[PrintedLine]:
    """Return lines of a column, one below the other."""
    return [(left, top - 1.5 * size * number, size, line) for number, line in enumerate(lines)]


def test_each_page_has_its_own_text(read):
    assert read(make_pdf([(72, 700, 12, "第一页的文字。")], [], [(72, 700, 12, "第三页。")])) == [
        "第一页的文字。",
        "",
        "第三页。",
    ]


@pytest.mark.parametrize(("code", "character"), [(b"d840dc00", "\U00020000"), (b"d83d", "\ufffd"), (b"dcff", "\ufffd")])
def test_a_rare_character_is_one_and_half_of_one_is_seen(read, code, character):
    page = make_pdf([(72, 700, 12, "工会的Q同志。")]).replace(b"0051", code)  # Q
    assert read(page) == [f"工会的{character}同志。"]


def test_the_lines_of_a_paragraph_are_put_together_and_an_indented_line_begins_another(read):
    lines = column(
        72, 700, "　　工会把清凉送到一线，职", "工们都说好，各级工会都走", "进车间。", "　　活动还在继续，参加的人"
    )
    assert read(make_pdf(lines)) == ["工会把清凉送到一线，职工们都说好，各级工会都走进车间。\n活动还在继续，参加的人"]


def test_without_indents_a_full_line_that_ends_a_sentence_ends_the_paragraph(read):
    lines = column(72, 700, "工会把清凉送到一线去了。", "各级工会走进车间，职工们", "都说好。")
    assert read(make_pdf(lines)) == ["工会把清凉送到一线去了。\n各级工会走进车间，职工们都说好。"]


def test_a_headline_in_larger_type_is_a_line_of_its_own(read):
    lines = [(72, 700, 24, "工会送清凉"), *column(72, 665, "　　各级工会走进车间，", "职工们都说好。")]
    assert read(make_pdf(lines))[0].split("\n")[0] == "工会送清凉"


def test_a_column_does_not_run_into_the_next_one(read):
    lines = column(72, 700, "工会把清凉送到一线，职", "工们都说好，各级工会都") + column(
        300, 700, "走进车间，参加的人很多"
    )
    assert read(make_pdf(lines)) == ["工会把清凉送到一线，职工们都说好，各级工会都\n\n走进车间，参加的人很多"]


def test_a_large_space_is_where_a_picture_stood(read):
    lines = [*column(72, 700, "上面的文字。"), *column(72, 400, "图片说明。")]
    assert read(make_pdf(lines)) == ["上面的文字。\n\n\n\n图片说明。"]


def test_latin_words_at_the_edge_of_a_line_stay_apart(read):
    lines = column(72, 700, "union members work", "hard and well here")
    assert "work hard" in read(make_pdf(lines))[0]


def test_a_password_is_told(reason_for):
    assert reason_for(make_pdf([(72, 700, 12, "文字")], locked=True)) is Reason.PASSWORD


@pytest.mark.parametrize("data", [b"%PDF-1.7 junk", make_pdf([])[:80], make_pdf()], ids=["junk", "cut off", "no page"])
def test_a_damaged_file_is_told(reason_for, data):
    assert reason_for(data) is Reason.DAMAGED


def test_a_whole_book_is_refused_before_it_is_read(reason_for):
    assert reason_for(make_pdf(*[[]] * (MOST_PAGES + 1))) is Reason.TOO_MANY_PAGES
