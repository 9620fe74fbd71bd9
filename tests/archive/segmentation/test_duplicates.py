"""Paragraphs of a page -> those printed twice."""

from archive.segmentation.duplicates import find_duplicates, find_seams
from archive.segmentation.paragraph import Paragraph

COLUMN = "工会开展技术培训和技能比赛，参加的职工有二十万人，提出合理化建议五千条，节约一亿元。"
MISREAD = "工会开展技术培训和技能比赛，参加的职工有二十万入，提出合理化建议五干条，节约一亿元。"


def page(*texts: str) -> list[Paragraph]:
    return [Paragraph(number, text) for number, text in enumerate(texts, start=1)]


def copies(*texts: str) -> list[tuple[int, int]]:
    return [(copy.number, original.number) for copy, original in find_duplicates(page(*texts))]


def test_a_paragraph_read_otherwise_in_places_is_a_copy_all_the_same():
    assert copies(COLUMN, "别的。", MISREAD) == [(3, 1)]


def test_short_lines_next_to_a_copy_are_copies_on_both_sides():
    assert copies("比武开始", COLUMN, "一份合同。", "别的。", "比武开始", MISREAD, "一份台同。") == [
        (5, 1),
        (6, 2),
        (7, 3),
    ]


def test_short_lines_alone_repeat_for_good_reasons():
    assert copies("服务职工", "一段。", "服务职工", "两段。") == []


def test_paragraphs_with_the_same_words_in_part_are_no_copies():
    assert copies(COLUMN, COLUMN[:20] + "书屋办了三百家，读书的职工有十万人，大家都说这件事办得好。") == []


def test_where_two_readings_go_on_in_different_ways_there_is_a_seam():
    lines = page("甲又", COLUMN, "乙。", "丙又", COLUMN, "丁。")
    assert find_seams(lines, find_duplicates(lines)) == {1, 2, 4}


def test_a_page_without_copies_has_no_seams():
    assert find_seams(page("甲。", "乙。"), ()) == frozenset()


def test_the_end_of_a_text_printed_twice_in_a_row_is_a_copy():
    assert copies("灯下坐着女工。", "看着看着也来学了。（王小明）", "看着看着也来学了。（王小明）") == [(3, 2)]
    assert copies("本报记者 王小明", "本报记者 王小明") == []
