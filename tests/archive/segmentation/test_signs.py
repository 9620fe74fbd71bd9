"""One printed line -> what it looks like."""

import pytest

from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_byline, is_complete, is_credit, is_heading_like, is_subhead


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("工作做完了。", True),
        ("大家说：“好！”", True),
        ("做好“三件事”", False),
        ("要做的“三件", False),
        ("工作做", False),
        ("主要有：", True),
        ("(王小明)", True),
        ("，", False),
    ],
)
def test_a_paragraph_is_complete_when_its_last_sentence_ends(text, complete):
    assert is_complete(text) is complete


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("服务职工办实事", True),
        ("创先争优，促进经济发展", True),
        ("“三难”问题怎么解？", True),
        ("市工会以活动为契机，建", False),
        ("工作做完了。", False),
        ("要做的“三件", False),
        ("服务职工，", False),
        ("好日子是“干”出来的", True),
        ("职工最盼的", False),
        ("工会在去年的基础上又", False),
        ("——四川泸州市总工会纪实", False),
        ("3.5%", False),
        ("字" * 41, False),
        ("前24次会议，代表达393人次，评议项目344项，未通过项", False),
        ("用真理引导职工，营造氛围，解放思想，自主创新", True),
    ],
)
def test_a_heading_is_short_and_no_piece_of_a_sentence(text, heading):
    assert is_heading_like(Paragraph(1, text)) is heading


def test_a_line_indented_like_text_is_no_heading():
    assert not is_heading_like(Paragraph(1, "服务职工办实事", is_indented=True))


def test_a_subhead_begins_with_a_dash_and_is_no_sentence():
    assert is_subhead(Paragraph(1, "——四川泸州市总工会纪实"))
    assert not is_subhead(Paragraph(1, "——加强组织建设。"))
    assert not is_subhead(Paragraph(1, "四川泸州市总工会纪实"))


def test_bare_words_are_no_byline_and_a_credit_ends_in_its_word():
    assert not is_byline(Paragraph(1, "金秋助学"))
    assert is_byline(Paragraph(1, "□王小明 李强"))
    assert is_credit(Paragraph(1, "王小明 摄"))


@pytest.mark.parametrize("text", ["王小明/文 李强/图", "来信版编辑 王小明"])
def test_names_with_their_work_behind_them_are_a_byline(text):
    assert is_byline(Paragraph(1, text))
