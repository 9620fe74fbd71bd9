"""Printed pages, invented -> letters to the newspaper, with what it answers."""

from tests.archive.segmentation.printed import bodies, headlines, layout, segment, texts

LETTER = ("淡季休假算不算数？", "编辑同志：", "旺季一律不许休假。我能不能要求补")


def test_the_answer_goes_with_its_letter_as_a_part_of_its_own():
    page = (*LETTER, "休？", "读者 王小明", "编者复信", "王小明同志：", "今年的假今年可以休。", "来信版编辑 李强")
    [letter] = segment(*page).articles
    assert layout(letter) == ["p", "p+p", "#", "p", "p"]
    assert texts(letter.byline) == "读者 王小明|来信版编辑 李强"


def test_a_note_of_the_editors_under_what_is_signed_belongs_to_it():
    page = ("工会办夜校", "本报讯（记者王小明）近日，泸州市总工会办起夜校。（李强）", "编后：夜校要办下去。")
    assert bodies(*page) == ["|".join(page[1:])]


def test_a_short_line_over_parts_with_their_names_in_brackets_is_a_headline():
    page = (
        "# 师傅的锉刀",
        "□王小明",
        "锉刀齿磨秃了，那一刻",
        "签到签走了什么",
        "【新闻】机器数人头。",
        "【观点】书没有读。",
    )
    assert headlines(*page) == ["师傅的锉刀", "签到签走了什么"]


def test_a_word_with_a_question_mark_is_no_headline_under_text_that_has_ended_either():
    page = ("工会办夜校", "本报讯（记者王小明）近日，泸州市总工会办起夜校。", "来了？", "大家都来。")
    assert headlines(*page) == ["工会办夜校"]


def test_a_number_in_brackets_is_no_piece_of_a_sentence():
    assert layout(segment("# 新家", "——四川泸州市总工会纪实", "工会盖了楼。", "（一）", "楼里有灯。").articles[0]) == [
        "p",
        "#",
        "p",
    ]
