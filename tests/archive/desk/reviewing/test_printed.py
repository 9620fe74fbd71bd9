"""The lines of a page -> the articles that they are in, told by the articles' own text."""

import pytest

from archive.desk.reviewing.printed import place_lines, read_printed_lines
from tests.archive.desk.reviewing.conftest import CLINIC_BODY, LINES

CLINIC, LIBRARY = 1, 2
TEXTS = {CLINIC: f"{LINES[1]}\n{LINES[2]}\n{CLINIC_BODY}", LIBRARY: f"{LINES[5]}\n{LINES[6]}"}
PAGE = "\n\n".join(LINES)


def owners_of(texts, page=PAGE):
    return [set(line.owners) for line in read_printed_lines(page, texts)]


def numbers_of(placed):
    return [one.line.number for one in placed]


def test_each_line_is_in_the_article_that_has_its_words():
    assert owners_of(TEXTS) == [set(), {1}, {1}, {1}, {1}, {2}, {2}, {1}, {1}, {1}, {1}]


def test_a_line_that_was_corrected_is_still_its_article_s():
    corrected = TEXTS | {CLINIC: TEXTS[CLINIC].replace("四十多人", "45人").replace("坐诊", "看病")}
    assert owners_of(corrected)[3] == {CLINIC}


def test_a_line_of_which_little_is_left_is_in_no_article():
    cut = TEXTS | {CLINIC: TEXTS[CLINIC].replace(LINES[3], "本报讯 每周三下午，医生都来。")}
    assert owners_of(cut)[3] == set()


def test_a_heading_over_several_briefs_is_in_each_of_them():
    texts = {1: "各地送清凉\n抚顺的工会送水到工地。", 2: "各地送清凉\n大连的工会送药到码头。"}
    assert owners_of(texts, "各地送清凉\n抚顺的工会送水到工地。\n大连的工会送药到码头。") == [{1, 2}, {1}, {2}]


@pytest.mark.parametrize("line", ["工会", "看关节", "领"])
def test_a_line_of_a_few_characters_is_not_taken_for_a_part_of_a_long_one(line):
    assert owners_of(TEXTS, line) == [set()]


def test_a_line_whose_words_a_longer_one_has_too_is_not_placed():
    lines = read_printed_lines(f"{PAGE}\n\n医生都在工地门口", TEXTS)
    assert lines[-1].owners == {CLINIC}
    assert lines[-1].number not in numbers_of(place_lines(lines, TEXTS[CLINIC]))


def test_lines_stand_in_the_order_of_the_article_and_not_of_the_page():
    lines = read_printed_lines(PAGE, TEXTS)
    text = f"{LINES[9]}\n{LINES[3]}"
    assert numbers_of(place_lines(lines, text)) == [19, 7]


def test_a_line_printed_twice_is_placed_once():
    lines = read_printed_lines(PAGE, TEXTS)
    assert numbers_of(place_lines(lines, TEXTS[CLINIC])) == [3, 5, 7, 9, 15, 17, 19]


def test_a_heading_that_stands_in_a_paragraph_too_keeps_its_own_place():
    text = "工会送书\n\n工会送书进厂，职工都说好。"
    lines = read_printed_lines("工会送书进厂，职工都说好。\n\n工会送书", {1: text})
    assert [(one.line.text, one.place) for one in place_lines(lines, text)] == [
        ("工会送书", 0),
        ("工会送书进厂，职工都说好。", 4),
    ]


def test_marks_of_a_reading_machine_are_no_part_of_a_line():
    [line] = read_printed_lines("## 白沙镇<sub>建起</sub>职工书屋", {})
    assert (line.text, line.owners) == ("白沙镇建起职工书屋", frozenset())


def test_an_empty_page_has_no_lines():
    assert read_printed_lines(" \n\n\t\n", TEXTS) == ()
