"""Text -> numbered lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.intake.lines import read_lines


def test_blank_lines_are_kept_and_counted():
    assert [(line.number, line.is_blank) for line in read_lines("\n标题\n\n")] == [
        (1, True),
        (2, False),
        (3, True),
        (4, True),
    ]


def test_windows_and_old_mac_line_ends_are_one_line_each():
    assert [line.text for line in read_lines("甲\r\n乙\r丙\n丁")] == ["甲", "乙", "丙", "丁"]


def test_other_separators_of_unicode_are_no_line_ends():
    assert len(read_lines("甲\u2028乙\x0c丙\x85丁")) == 1


def test_control_characters_are_left_out_of_a_line():
    assert [line.text for line in read_lines("\x0c工\x02会\t职\x0b工\x00\n\x7f")] == ["工会\t职工", ""]


def test_what_turns_the_direction_of_writing_is_left_out():
    assert read_lines("\u202e工会\u202c\u2066职工\u2069")[0].text == "工会职工"


@settings(deadline=None)
@given(
    st.text(
        st.characters(
            exclude_categories=["Cc"],
            include_characters="\r\n\t",
            exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        )
    )
)
def test_nothing_else_of_a_text_is_lost(text):
    lines = "\n".join(line.text for line in read_lines(text))
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n")
