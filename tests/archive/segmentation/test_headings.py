"""Printed pages, invented -> which short line is a headline, which a crosshead, which a kicker."""

import pytest

from tests.archive.segmentation.printed import headlines, layout, segment, texts

NEWS = ("工会办夜校", "本报讯（记者王小明）近日，泸州市总工会办起夜校。")
FEATURE = ("# 新家", "——四川泸州市总工会纪实", "工会盖了楼。")


def test_a_short_line_in_a_feature_is_a_crosshead():
    assert layout(segment(*FEATURE, "服务职工", "工会办了实事。").articles[0]) == ["p", "#", "p"]


def test_a_short_line_after_news_is_the_next_headline():
    assert headlines(*NEWS, "食堂里的新账本", "账本挂在墙上。") == ["工会办夜校", "食堂里的新账本"]


def test_a_short_line_under_a_commentary_is_the_next_headline():
    assert headlines("# 把尺子交给职工", "王小明", "尺子要准。", "别让箱子生锈", "箱子要开。") == [
        "把尺子交给职工",
        "别让箱子生锈",
    ]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("抚顺：工匠开课", "工匠讲手艺。"),
        ("相关链接：协商六步法", "第一步，发出要约。"),
        ("【维权问答】女工的假期", "问：有几天？"),
        ("班车停了以后", "编辑同志："),
    ],
)
def test_a_place_a_box_or_a_letter_opens_an_article_even_in_a_feature(heading, below):
    assert headlines(*FEATURE, heading, below) == ["新家", heading]


def test_a_signature_below_a_heading_is_another_writers():
    page = (*FEATURE[:2], "□本报记者 李强", "工会盖了楼。", "月光餐", "热汤送到塔下。（王小明）")
    assert headlines(*page) == ["新家", "月光餐"]


def test_a_headline_after_a_notice_opens_an_article():
    page = ("# 新家", "——四川泸州市总工会纪实", "工会盖了楼。", "遗失声明", "一张请假条", "班长不批。")
    assert headlines(*page) == ["新家", "一张请假条"]


LONG = (
    "一本账算清工时,把每个班组的加班账一笔一笔摆到桌面上让大家来看",
    "一本簿听完牢骚,把车间里的大事小事一件一件记到本子上交给专人来办",
)


def test_long_crossheads_that_are_built_alike_are_no_broken_sentences():
    article = segment(*FEATURE, LONG[0], "账本挂在车间门口。", LONG[1], "本子放在班组长桌上。").articles[0]
    assert layout(article) == ["p", "#", "p", "#", "p"]


def test_a_long_line_that_is_alone_is_a_sentence_that_breaks_off():
    article = segment(*FEATURE, LONG[0], "账本挂在车间门口。").articles[0]
    assert layout(article) == ["p", "p+p"]


def test_a_piece_of_a_narrow_column_is_no_headline():
    assert headlines(*NEWS, "职工们都说", "好得很") == ["工会办夜校"]


def head(*blocks: str) -> tuple[str, str, str]:
    article = segment(*blocks).articles[0]
    return texts(article.kicker), texts(article.headline), texts(article.subhead)


DATELINE = "本报讯（记者王小明）近日，活动开始。"


def test_of_two_lines_over_news_the_one_that_names_the_place_is_the_headline():
    assert head("一杯茶的工夫", "泸州为手艺人办起茶亭", DATELINE) == ("一杯茶的工夫", "泸州为手艺人办起茶亭", "")
    assert head("泸州为手艺人办起茶亭", "一杯茶的工夫", DATELINE) == ("", "泸州为手艺人办起茶亭", "一杯茶的工夫")


def test_a_feature_has_its_motto_for_a_headline():
    assert head("用服务凝聚人心", "泸州职工有了娘家", "□王小明", "工会在身边。")[1] == "用服务凝聚人心"


def test_a_line_that_sets_a_union_off_is_the_headline_under_a_motto_too():
    page = ("用服务凝聚人心", "泸州市总：工会就在身边", "□王小明", "工会在身边。")
    assert head(*page) == ("用服务凝聚人心", "泸州市总：工会就在身边", "")


def test_a_headline_may_take_two_lines():
    page = ("六百里加急 只为一张照片", "工会帮伤残职工补办", "二十年前的工伤证", DATELINE)
    assert head(*page) == (page[0], "工会帮伤残职工补办|二十年前的工伤证", "")


def test_of_five_lines_over_a_dateline_two_are_the_headline():
    page = ("职工有技能 城市有后劲", "泸州三万工人白天上班", "夜晚走进校门", "课程由班组点", "两百家企业签约", DATELINE)
    assert head(*page) == (page[0], f"{page[1]}|{page[2]}", f"{page[3]}|{page[4]}")


def test_a_short_sentence_over_a_dateline_belongs_to_the_head():
    page = ("培训送到田头 岗位送到村头", "泸州市总稳住职工饭碗", "一个多月里，服务车跑遍了大集", DATELINE)
    assert head(*page) == page[:3]


def test_a_byline_that_comes_late_is_the_articles():
    [article] = segment("# 新家", "工会盖了楼。", "□本报记者 王小明", "职工高兴。").articles
    assert texts(article.byline) == "□本报记者 王小明"
    assert layout(article) == ["p", "p"]


def test_a_letter_gives_its_writer():
    [article] = segment("班车停了以后", "编辑同志：", "厂里停了班车，我们想不通。", "一名女工 王小明").articles
    assert [person.name for person in article.people] == ["王小明"]


def test_a_headline_may_break_off_after_of_and_go_on_with_a_name_in_quotation_marks():
    assert head("泸州：林区防火员的", "“雪窝子课堂”火了", "深雪里有歌声。", "职工都来了。")[1] == (
        "泸州：林区防火员的|“雪窝子课堂”火了"
    )
    page = ("电话那头是老乡 电话这头是亲人", "泸州在外务工者有了", "“方言热线”", DATELINE)
    assert head(*page) == (page[0], "泸州在外务工者有了|“方言热线”", "")


def test_a_headline_of_two_lines_may_stand_between_a_kicker_and_a_subhead():
    page = ("每季回访 逐件交账", "泸州：诉求办得怎样", "由提诉求的人说了算", "——全市推行回访", "职工写评语。")
    assert head(*page) == (page[0], "泸州：诉求办得怎样|由提诉求的人说了算", page[3])


@pytest.mark.parametrize(
    "label", ["记者走基层", "读者信箱", "拍摄手记", "走访札记", "镜头·老街的店铺们", "对话一位调解志愿者"]
)
def test_the_name_of_a_column_over_a_headline_is_its_kicker(label):
    assert head(label, "电话那头，先听他喘口气", "□王小明", "夜里亮起了灯。")[:2] == (label, "电话那头，先听他喘口气")


def test_a_line_that_ends_in_a_dash_makes_a_head_even_where_text_breaks_off():
    page = (
        *NEWS,
        "食堂重开了。工会当场拍",
        "食堂关了门，夜班工人吃饭成难题——",
        "一封“菜单信”让灯亮起",
        "板：食堂由厂里自办。",
    )
    assert headlines(*page) == ["工会办夜校", "一封“菜单信”让灯亮起"]


def test_lines_of_a_box_of_figures_are_no_headlines():
    page = ("数字里的工会", "王小明", "数字会说话。", "430件：提案人得到一天的带薪", "奖励假期。")
    assert headlines(*page) == ["数字里的工会"]


def test_questions_and_answers_below_a_short_line_open_an_article():
    assert headlines(*FEATURE, "信箱", "问：假期有几天？", "答：三天。") == ["新家", "信箱"]


def test_a_headline_with_its_subhead_may_stand_in_mid_report():
    page = ("本报讯（记者王小明）泸州的夜校开了课，", "泸州：夜校里的灯", "下班的人也能来", "职工都来听。")
    assert head(*page)[1:] == ("泸州：夜校里的灯", "下班的人也能来")


def test_under_a_commentary_however_long_a_short_line_is_a_headline():
    page = ("把尺子交给职工", "王小明", "尺子要准。" * 200, "数说互助保障", "会员增加了。")
    assert headlines(*page) == ["把尺子交给职工", "数说互助保障"]


def test_a_very_short_line_between_two_sentences_of_a_feature_is_a_crosshead_though_it_reads_like_one():
    page = (
        *FEATURE,
        "技能涨了，工钱也要涨",
        "手艺好了，收入却不动，学习的劲头就长不了，泸州市总工会同企业商定，证书每高一级，工钱就多一百元。",
    )
    assert layout(segment(*page).articles[0]) == ["p", "#", "p"]


def test_a_heading_over_the_items_of_a_box_opens_one_even_where_text_breaks_off():
    items = ("■ 培训：五年培训职工8万人次。", "■ 就业：办招聘会206场。")
    _feature, box = segment(*FEATURE, "去年，四年下来，食堂由一个", "数字说话", "五年，交出的答卷", *items).articles
    assert (texts(box.kicker), texts(box.headline), texts(box.body)) == (
        "数字说话",
        "五年，交出的答卷",
        "|".join(items),
    )


def test_two_questions_of_one_length_may_be_a_kicker():
    page = (
        *NEWS,
        "加多少？看菜价 怎么加？问伙夫",
        "泸州食堂的账单挂上墙",
        "三十家食堂签下合同",
        "账单天天换，职工看得见。",
    )
    following = segment(*page).articles[1]
    assert (texts(following.kicker), texts(following.headline)) == page[2:4]


def test_a_headline_may_end_with_a_month_in_brackets():
    page = (*NEWS, "相关链接", "石桥镇收支榜（2014年12月）", "收入：会费一百元。")
    following = segment(*page).articles[1]
    assert (texts(following.kicker), texts(following.headline)) == page[2:4]


def test_over_a_question_a_very_short_line_is_a_crosshead_too():
    page = (*FEATURE, "一笔糊涂账，挨了一回批", "记者：听说挨了批？", "王小明：挨过。")
    assert layout(segment(*page).articles[0]) == ["p", "#", "p", "p"]


def test_short_lines_built_alike_are_crossheads_also_in_a_report_without_subhead():
    names = ("建家：让职工有个去处", "帮家：让职工有个靠头", "护家：让职工有个依仗")
    texts_below = ("船工上了岸，有了住处。", "病了的人，有人来看。", "欠下的工钱，一分不少。")
    parts = [line for pair in zip(names, texts_below, strict=True) for line in pair]
    page = ("江边的娘家", "本报记者 王小明", "江水退了。", *parts)
    assert layout(segment(*page).articles[0]) == ["p", *["#", "p"] * 3]


def test_short_lines_built_alike_that_set_places_off_are_headlines():
    names = ("泸州：工会开夜校", "宜宾：工会开食堂", "抚顺：工会开书屋")
    parts = [line for name in names for line in (name, f"{name[:2]}的灯亮了，大家都来。")]
    assert headlines(*NEWS, *parts)[1:] == list(names)


def test_a_head_over_a_dateline_is_not_that_of_the_headless_text_above():
    page = (
        "泸州市总工会的夜校开到江边，工人都来。",
        "工人说好。",
        "泸州食堂开张",
        "本报讯（记者 李强）泸州市总工会开了食堂。",
    )
    assert [texts(article.body) for article in segment(*page).articles] == [f"{page[0]}|{page[1]}", page[3]]


def test_a_question_over_who_asks_it_is_no_headline():
    page = (*NEWS, "谁管镜头", "编辑同志：", "公司装了镜头。", "公司有权吗？该找谁？", "泸州市一名职工 王小明")
    assert headlines(*page)[1:] == ["谁管镜头"]
