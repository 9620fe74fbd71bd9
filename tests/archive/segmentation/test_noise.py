"""A printed line -> whether it belongs to no article."""

import pytest

from archive.segmentation.noise import find_noise, is_imprint, is_jump, is_notice
from archive.segmentation.paragraph import Paragraph


@pytest.mark.parametrize(
    "text",
    [
        "责任编辑：王小明 版式：李强",
        "执行主编：王小明 编辑：李强",
        "策划：本报记者站 统筹：王小明",
        "（下转第三版）",
        "（上接第1版）",
        "导读 职工疗休养怎么办 >>2版",
        "本报地址：北京市某路1号 邮编：100000",
        "国内统一刊号CN11-0000 邮发代号1-1",
        "泸州 晴 -3℃～8℃ 北风2级",
        "明日天气：晴，最高气温5℃",
        "某日报印务有限公司承印",
        "（本版稿件由各市总工会提供，图片除署名外均为资料照片）",
    ],
)
def test_imprint_index_weather_and_jumps_are_no_article(text):
    assert is_imprint(Paragraph(1, text))


@pytest.mark.parametrize(
    "text",
    [
        "编者的话要说给职工听。" * 10,
        "见习编辑把稿子改了三遍。",
        "邮编工人王小明每天分拣三千封信。",
        "气温升到35℃，工会送去西瓜。",
        "（上接第1版）就这样，工会把职工接进新家，大家都说好，第二天又来了二十多人，食堂里坐得满满的",
    ],
)
def test_sentences_of_an_article_are_no_imprint(text):
    assert not is_imprint(Paragraph(1, text))


@pytest.mark.parametrize(
    "text",
    [
        "遗失声明",
        "王小明遗失工作证一枚，声明作废。",
        "招聘启事",
        "某公司诚聘叉车工五名，月薪面议",
        "热烈祝贺某商场盛大开业",
        "■公益广告 安全生产",
        "广告 专治风湿 电话：6622118",
    ],
)
def test_notices_and_advertisements_are_no_article(text):
    assert is_notice(Paragraph(1, text))


@pytest.mark.parametrize(
    "text", ["她打来电话：“职工有救了。”", "职工可拨打电话：0830-1234567。", "广告公司的职工入了会。", "# 招聘启事"]
)
def test_reports_that_speak_of_such_things_are_kept(text):
    level = text.count("#")
    assert not is_notice(Paragraph(1, text.lstrip("# "), level))


def test_the_name_of_the_page_stands_alone_over_the_first_picture():
    lines = [Paragraph(1, "光影"), Paragraph(5, "赶海人", blanks_before=3), Paragraph(7, "正文。", blanks_before=1)]
    assert find_noise(lines) == (lines[0],)
    assert find_noise(lines[1:]) == ()


@pytest.mark.parametrize(
    "text", ["(广告)老牌补习学校 报名地址：人民公园", "★公益广告 敬畏规程", "本版来稿请寄言论部邮箱，请注明真实姓名。"]
)
def test_advertisements_and_calls_for_letters_are_notices(text):
    assert is_notice(Paragraph(1, text))


def test_only_a_jump_ahead_sends_the_reader_on():
    assert is_jump(Paragraph(1, "（下转第2版）"))
    assert not is_jump(Paragraph(1, "（上接第1版）"))


def test_the_text_of_a_notice_under_the_word_for_it_is_no_article():
    lines = (
        "工会办夜校",
        "夜校的灯亮了。",
        "公告",
        "我公司拟于5月8日清算，请债权人持凭证申报。地址：江边路1号。",
        "食堂的账本",
    )
    page = [Paragraph(2 * at + 1, text, blanks_before=1) for at, text in enumerate(lines)]
    assert [line.text for line in find_noise(page)] == list(lines[2:4])


def test_a_text_under_the_word_for_a_notice_that_gives_none_stays():
    lines = ("一张通知", "通知贴在门上，职工看了又看。")
    assert find_noise([Paragraph(2 * at + 1, text, blanks_before=1) for at, text in enumerate(lines)]) == ()


def test_an_offer_with_its_address_and_the_name_of_a_page_in_two_languages_are_no_article():
    lines = ("工会新闻 UNION NEWS", "工会办夜校", "夜校的灯亮了。", "买十盒送一盒 送货上门 地址：车站旁")
    page = [Paragraph(2 * at + 1, text, blanks_before=1) for at, text in enumerate(lines)]
    assert {line.text for line in find_noise(page)} == {lines[0], lines[3]}


def test_a_line_without_a_word_is_an_ornament():
    assert [
        line.number for line in find_noise([Paragraph(1, "夜校的灯亮了。"), Paragraph(3, "★★★", blanks_before=1)])
    ] == [3]
