"""Printed pages, invented -> the articles on them."""

from archive.extraction.genre import ArticleKind
from archive.intake.lines import read_lines
from archive.segmentation.page import segment_page
from tests.archive.segmentation.printed import headlines, layout, segment, texts
from tests.archive.small_gazetteer import GAZETTEER


def test_a_short_line_over_a_subhead_opens_an_article():
    page = (
        "奋力书写新篇章",
        "——四川泸州市总工会工作纪实",
        "□本报记者 王小明",
        "五年来，工会建会千家。",
        "服务职工",
        "工会办了实事。",
    )
    [article] = segment(*page).articles
    assert texts(article.headline) == "奋力书写新篇章"
    assert texts(article.subhead) == "——四川泸州市总工会工作纪实"
    assert texts(article.byline) == "□本报记者 王小明"
    assert layout(article) == ["p", "#", "p"]
    assert article.kind is ArticleKind.FEATURE


def test_marked_headings_open_articles_and_small_ones_are_crossheads():
    page = ("# 甲工会送清凉", "职工高兴。", "### 深入一线", "职工感谢。", "## 乙工会办书屋", "书屋开放。")
    assert headlines(*page) == ["甲工会送清凉", "乙工会办书屋"]
    assert layout(segment(*page).articles[0]) == ["p", "#", "p"]


def test_three_short_lines_over_a_dateline_are_kicker_headline_and_subhead():
    page = (
        "前一篇完了。",
        "企业出钱 工会出力",
        "百名职工住进新宿舍",
        "两年盖起五层楼",
        "本报讯(记者王小明)近日，宿舍落成。",
    )
    article = segment(*page).articles[-1]
    assert [texts(lines) for lines in (article.kicker, article.headline, article.subhead)] == [
        "企业出钱 工会出力",
        "百名职工住进新宿舍",
        "两年盖起五层楼",
    ]
    assert article.dateline == "本报讯"
    assert [person.name for person in article.people] == ["王小明"]
    assert article.kind is ArticleKind.NEWS


def test_only_one_line_over_a_marked_headline_is_its_kicker():
    page = ("# 甲工会", "职工高兴。", "服务职工", "企业出钱 工会出力", "## 乙工会", "职工感谢。")
    articles = segment(*page).articles
    assert [texts(article.kicker) for article in articles] == ["", "企业出钱 工会出力"]


def test_the_name_of_a_column_is_the_kicker_and_a_bare_name_the_byline():
    [article] = segment("短评", "给职工更多获得感", "王小明", "获得感从哪里来？从实事中来。").articles
    assert [texts(lines) for lines in (article.kicker, article.headline, article.subhead, article.byline)] == [
        "短评",
        "给职工更多获得感",
        "",
        "王小明",
    ]
    assert article.kind is ArticleKind.COMMENTARY


def test_a_line_and_the_text_below_it_about_another_place_open_an_article():
    page = (
        "# 泸州工会在行动",
        "本报讯 近日，泸州市总工会开展活动。",
        "职工高兴。",
        "宜宾市开展协商行动",
        "宜宾市总工会发出要约书。",
    )
    assert headlines(*page) == ["泸州工会在行动", "宜宾市开展协商行动"]


def test_the_questions_of_an_interview_are_no_crossheads():
    page = ("# 工资要谈", "——访工会主席", "他谈了看法。", "记者：为什么要谈？", "主席：为了职工。")
    assert layout(segment(*page).articles[0]) == ["p", "p", "p"]


def test_lines_of_the_print_without_a_blank_between_are_one_paragraph():
    lines = read_lines("# 会员卡\n\n工会推出会员服务卡，已经\n发放三十万张。持卡职工可享受\n优惠。\n职工说好。")
    [article] = segment_page(lines, GAZETTEER).articles
    assert layout(article) == ["p+p+p", "p"]


def test_a_line_ending_in_a_dash_is_the_kicker():
    [article] = segment("宿舍拆了，职工发愁——", "工会帮职工找到新家", "本报讯 近日，职工搬家。").articles
    assert (texts(article.kicker), texts(article.headline)) == ("宿舍拆了，职工发愁——", "工会帮职工找到新家")


def test_an_office_and_a_name_under_a_headline_are_its_byline():
    [article] = segment("# 凝聚力量", "某市总工会主席 王小明", "工会要做好工作。").articles
    assert [person.name for person in article.people] == ["王小明"]
    assert article.kind is ArticleKind.COMMENTARY


def test_a_paragraph_that_begins_with_a_dash_is_no_subhead():
    page = ("# 新路子", "工会做了三件事。", "——加强组织建设。五年建会千家，覆盖职工万人。", "——做好帮扶。")
    assert headlines(*page) == ["新路子"]


BRIEFS = (
    "各地工会送清凉",
    "抚顺",
    "近日，市总工会走访工地。",
    "送去凉茶。(王小明)",
    "宜宾",
    "近日，工会慰问职工。(李强 张文)",
    "泸州",
    "近日，工会送去西瓜。(赵明)",
)


def test_places_under_a_common_heading_are_briefs_closed_by_signatures():
    articles = segment(*BRIEFS).articles
    assert [texts(article.headline) for article in articles] == ["抚顺", "宜宾", "泸州"]
    assert {texts(article.section) for article in articles} == {"各地工会送清凉"}
    assert {article.kind for article in articles} == {ArticleKind.BRIEF}
    assert [person.name for person in articles[1].people] == ["李强", "张文"]
    assert [GAZETTEER.places[article.place.code].name for article in articles if article.place] == [
        "抚顺市",
        "宜宾市",
        "泸州市",
    ]


def test_a_headline_after_a_closed_brief_opens_an_article_outside_the_section():
    article = segment(*BRIEFS, "工地来了医生", "7月1日，医生为职工体检。", "新华社记者 王小明 摄").articles[-1]
    assert texts(article.headline) == "工地来了医生"
    assert article.section == ()
    assert article.kind is ArticleKind.PHOTO
    assert [person.name for person in article.people] == ["王小明"]


def test_text_after_a_closed_photo_item_is_an_article_without_headline():
    page = ("工地来了医生", "7月1日，医生为职工体检。", "王小明 摄", "会议提出，各地要做好工作。")
    assert headlines(*page) == ["工地来了医生", ""]


def test_a_dateline_in_a_running_article_opens_another():
    assert headlines("# 甲", "甲的正文。", "本报讯 近日，乙开始了。") == ["甲", ""]


RUNNING = (
    "# 泸州工会在行动",
    "——四川泸州市总工会工作纪实",
    "泸州市总工会第一件事做完了。",
    "第二件。",
    "第三件。",
    "第四件。",
)


def test_a_full_lead_about_another_place_opens_an_article_without_headline():
    articles = segment(*RUNNING, "近年来，四川省南充市总工会努力工作。", "成绩显著。").articles
    assert [texts(article.headline) for article in articles] == ["泸州工会在行动", ""]
    assert layout(articles[1]) == ["p", "p"]


def test_a_full_lead_may_speak_of_the_place_s_union_people():
    page = (*RUNNING, "冬天来得早，辽宁抚顺市的工会干部却最忙。", "成绩显著。")
    assert [layout(article) for article in segment(*page).articles][1] == ["p", "p"]


def test_a_paragraph_about_a_district_of_the_other_place_before_its_lead_goes_with_it():
    page = (*RUNNING, "江边很热闹。", "抚顺县的滑雪场开了。", "近年来，辽宁抚顺市总工会努力工作。")
    assert {line.text for line in segment(*page).articles[1].body} == set(page[-2:])


def test_paragraphs_about_the_other_place_before_its_lead_go_with_it_and_are_read_after_it():
    page = (*RUNNING, "夯实基础", "去年，南充工会建会百家。", "近年来，四川省南充市总工会努力工作。")
    article = segment(*page).articles[1]
    assert layout(article) == ["p", "#", "p"]
    assert article.paragraphs[0].startswith("近年来，")


def test_a_second_lead_about_the_same_place_opens_only_with_a_phrase_of_time():
    assert len(segment(*RUNNING, "四川省泸州市总工会还帮扶职工。").articles) == 1
    assert len(segment(*RUNNING, "近年来，四川省泸州市总工会努力工作。").articles) == 2


def test_a_lead_soon_after_a_scene_opens_nothing():
    page = ("# 新家", "——四川泸州市总工会纪实", "小李搬家了。", "近年来，四川省泸州市总工会盖了楼。")
    assert len(segment(*page).articles) == 1


def test_a_headline_below_the_beginning_of_its_article_belongs_to_it():
    page = (
        *RUNNING,
        "近年来，四川省南充市总工会努力工作，逐步形",
        "南充谱新篇",
        "——四川南充市总工会纪实",
        "□王小明",
        "成了好办法。",
    )
    articles = segment(*page).articles
    assert [texts(article.headline) for article in articles] == ["泸州工会在行动", "南充谱新篇"]
    assert layout(articles[1]) == ["p+p"]


def test_a_broken_paragraph_is_joined_over_a_caption():
    page = ("# 新家", "职工高兴。", "工会把职工接进新", "\n", "\n市总工会领导为职工送钥匙", "家，大家高兴。")
    [article] = segment(*page).articles
    assert layout(article) == ["p", "p+p", "c"]
    assert article.paragraphs == (
        "职工高兴。",
        "工会把职工接进新家，大家高兴。",
    )


def test_a_broken_paragraph_before_a_fresh_one_leaves_a_gap():
    [article] = segment("# 新家", "工会把职工接进新家，并且为他们准备了", "去年，工会还办了食堂。").articles
    assert layout(article) == ["p", "gap", "p"]


def test_an_article_that_begins_in_mid_sentence_has_a_gap_before_it():
    assert layout(segment("# 新家", "百”活动开展得好。").articles[0]) == ["gap", "p"]
    assert layout(segment("# 新家", "下，工会努力工作。").articles[0]) == ["gap", "p"]
    assert layout(segment("# 新家", "但是，工会努力工作。").articles[0]) == ["p"]


def test_a_text_that_breaks_off_at_the_end_has_a_gap_after_it():
    assert layout(segment("# 新家", "职工高兴。", "工会努力工作，又").articles[0]) == ["p", "p", "gap"]


def test_a_caption_stands_where_a_picture_was_or_says_what_it_is():
    page = ("# 新家", "职工高兴。", "\n", "\n市总工会主席（左三）慰问职工", "图为新宿舍。", "大家感谢工会。")
    assert layout(segment(*page).articles[0]) == ["p", "c", "c", "p"]


def test_a_credit_under_a_caption_stays_with_it():
    page = ("# 新家", "职工高兴。", "图为新宿舍。", "王小明 摄", "大家感谢工会。")
    assert layout(segment(*page).articles[0]) == ["p", "c", "c", "p"]


def test_a_column_read_twice_is_kept_once():
    column = "工会开展技术培训和技能比赛，参加的职工有二十万人，提出合理化建议五千条，节约一亿元。"
    page = ("# 竞赛", "——工会竞赛纪实", "职工高兴。", "比武开始", column, "第二段。", "比武开始", column, "第三段。")
    proposal = segment(*page)
    assert proposal.duplicates == ((13, 7), (15, 9))
    assert layout(proposal.articles[0]) == ["p", "#", "p", "p", "p"]


def test_marks_of_the_reading_machine_are_left_out_of_articles():
    [article] = segment("# 热线", "拨打<sub>12351</sub>热线。").articles
    assert article.paragraphs == ("拨打12351热线。",)


def test_a_byline_at_the_end_signs_the_article_and_a_stray_one_is_noise():
    proposal = segment("# 新家", "职工高兴。", "本报记者 王小明")
    assert texts(proposal.articles[0].byline) == "本报记者 王小明"
    proposal = segment("# 新家", "□本报记者 李强", "职工高兴。", "工会努力工作，又", "本报记者 王小明")
    assert proposal.noise == (9,)


def test_an_empty_page_has_no_articles():
    assert segment("", "").articles == ()
