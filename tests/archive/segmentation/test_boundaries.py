"""Printed pages, invented -> columns that stand over or under a wrong headline."""

from tests.archive.segmentation.printed import PICTURE, headlines, segment, texts

LUZHOU = ("# 泸州工会在行动", "——四川泸州市总工会纪实", "泸州市总工会办了夜校。", "职工说好。")


def test_text_about_the_place_of_the_headline_below_belongs_to_it():
    page = (
        *LUZHOU,
        "在宜宾市，工会办的实事要过三关。",
        "头一件事是修桥。",
        "# 实事办到家",
        "——宜宾市总工会纪实",
        "桥修好了。",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == "泸州市总工会办了夜校。|职工说好。"
    assert texts(second.body) == "在宜宾市，工会办的实事要过三关。|头一件事是修桥。|桥修好了。"


def test_text_about_the_articles_own_place_stays():
    page = (*LUZHOU, "泸州市总工会还学了宜宾市的办法。", "# 实事办到家", "——宜宾市总工会纪实", "桥修好了。")
    assert len(segment(*page).articles[0].body) == 3


def test_a_report_under_its_own_last_column_is_one_article():
    page = (
        "山里的柚子熟了",
        "泸州果农来了剪柚子的帮手",
        "王小明",
        "争着要。到了旺季，村里人又来帮厂里。",
        "本报泸州电（记者李强）泸州的柚子熟了，工人进山剪柚子，果农们",
    )
    [article] = segment(*page).articles
    assert texts(article.body).startswith("本报泸州电")


def test_a_fragment_about_another_place_is_cut_off():
    page = (*LUZHOU, "下，抚顺市总工会办了书屋。", "抚顺市的职工爱读书。")
    assert headlines(*page) == ["泸州工会在行动", ""]


def test_a_fragment_that_names_no_place_stays_with_the_article_around_it():
    assert headlines(*LUZHOU, "下，职工们都爱读书。") == ["泸州工会在行动"]


def test_a_report_about_another_place_is_cut_off_from_where_the_words_change():
    page = (
        *LUZHOU,
        "园区里，一家企业起初有顾虑，宜宾市总工会的联络员去了十一次。",
        "宿舍楼里办起邻里中心，宜宾市总工会请来咨询师。",
        "如今，心里话有人听。",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == "泸州市总工会办了夜校。|职工说好。"
    assert len(second.body) == 3


def test_a_lead_about_another_place_opens_an_article_even_where_text_breaks_off():
    page = (
        *LUZHOU,
        "夜校的灯亮了。",
        "职工带着本子来，",
        "矿山关了以后，四川宜宾市总工会赶起了手艺集。",
        "集上不卖菜。",
    )
    assert len(segment(*page).articles) == 2


def test_the_signed_end_under_a_headline_belongs_to_the_text_below_it():
    page = (
        "椰林里的“法律凉茶”",
        "王小明",
        "才能说得清楚，大家都点头。（李强）",
        "法律凉茶摊摆在椰林里，职工问了三十个问题，我把它们",
    )
    [article] = segment(*page).articles
    assert len(article.body) == 2


def test_where_its_writer_holds_an_office_tells_what_an_article_is_about():
    page = (
        "# 一声问候",
        "泸州市总工会主席 王小明",
        "工友散在山里。",
        "我想办好三件事。",
        "一件是修路。",
        "一件是点灯。",
        "矿山关了以后，四川宜宾市总工会赶起了手艺集。",
    )
    assert headlines(*page) == ["一声问候", ""]


def test_text_that_names_no_place_goes_with_the_place_below_it_where_the_words_change():
    page = (
        "# 夜校亮了灯",
        "——四川泸州市总工会纪实",
        "泸州市总工会办了夜校，请来技师讲焊接和机床。",
        "夜校的焊接班得了奖，技师说机床课还要开。",
        "走访帮扶解决了职工的难题，困难职工拿到了慰问金。",
        "过去几年，宜宾市总工会得了奖。",
        "# 帮扶暖人心",
        "——宜宾市总工会纪实",
        "困难职工的走访帮扶没有停过，慰问金送到家。",
    )
    first, second = segment(*page).articles
    assert len(first.body) == 2
    assert page[4] in texts(second.body)


BRIEF = ("泸州：护目卡", "展馆里电焊火花多，护目镜戴不住。泸州市总工会发了护目卡。（李强）")


def test_text_under_a_signed_end_goes_with_the_article_below_where_its_sentence_goes_on_there():
    page = (
        *BRIEF,
        "梅子成熟的半个月里，女工凌晨上山。称重的纸条贴在日历上，与工资条分毫",
        "# 梅子红了",
        "——一家合作社的作息表",
        "不差。女工们说，梅子甜，工钱也甜。",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == BRIEF[1]
    assert texts(second.body).startswith(page[2])


def test_text_under_a_signed_end_goes_with_the_article_above_where_it_is_its_beginning():
    page = (
        "# 凉茶摊",
        "题是一位老工人提的：我算哪个单位的人？（王小明）",
        "夏天来得早，树荫下坐满了歇晌的工人。",
        "问倒我的问题有三十一个，晚上去请教律师。最难的问",
        "# 后厨装上温度计",
        "——宜宾市一家酒店的夏天",
        "游客看到的是碧海银滩。",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == f"{page[2]}|{page[3]}|{page[1]}"
    assert texts(second.body) == page[6]


def test_the_signed_end_of_a_report_from_elsewhere_is_cut_off_one_whose_writer_is_known():
    page = (
        "泸州办夜校",
        "本报讯（记者王小明）泸州市总工会办起夜校，技师讲焊接，焊接的灯亮到",
        "码头上的老潘在夜谈之后改变了主意。",
        "如今在宜宾港，这样的夜谈每月都有一次。（李强）",
    )
    first, second = segment(*page).articles
    assert (texts(first.body), texts(second.body)) == (page[1], f"{page[2]}|{page[3]}")
    assert [person.name for person in first.people] == ["王小明"]


def test_what_its_own_writer_signs_is_not_cut():
    page = ("泸州办夜校", "本报讯（记者王小明）泸州市总工会办起夜校。", "宜宾市也学了这个办法。（王小明）")
    assert headlines(*page) == ["泸州办夜校"]


def test_text_over_a_headline_is_claimed_only_once_the_article_below_is_whole():
    page = (
        "车间晒奖金",
        "本报讯（记者王小明）奖金晒到墙上，有人开玩笑说，下回都",
        "柚子园来了剪柚子的帮手",
        "李强",
        "争着要。到了旺季，村里人又来帮厂里剪柚子。",
        "本报宜宾电（记者李强）柚子熟了，工人进山剪柚子，果农们都",
    )
    first, second = segment(*page).articles
    assert texts(first.body) == page[1]
    assert texts(second.body) == f"{page[5]}|{page[4]}"


def test_a_caption_goes_with_the_text_below_it_where_text_between_two_places_is_cut():
    page = (
        "# 夜校亮了灯",
        "——四川泸州市总工会纪实",
        "泸州市总工会办了夜校，请来技师讲焊接和机床，夜校的灯越亮越",
        PICTURE,
        "图为粮库的扛包工戴上呼吸器。",
        "扛包工在粮库喝水多，粮库的工会修了浴室。",
        "宜宾市的粮库像巨人一样站着。",
        "# 让粮食有温度",
        "——宜宾市总工会纪实",
        "粮库的扛包工心里暖。",
    )
    first, second = segment(*page).articles
    assert (len(first.body), texts(first.captions)) == (1, "")
    assert texts(second.captions) == page[4]


def test_the_union_of_another_place_named_once_cuts_where_no_other_place_is_named():
    page = (
        *LUZHOU,
        "冬日的抚顺，江面结了冰，冰上有人凿鱼。",
        "抚顺市总工会的鱼汤端上冰面，凿冰人围了过来。",
        "鱼汤要熬三个钟头，冰上的人排着队等。",
        "喝完鱼汤，凿冰人又去凿冰。",
    )
    first, second = segment(*page).articles
    assert (len(first.body), texts(second.body).count("|")) == (2, 3)
    assert len(segment(*page[:-1], "宜宾的渔工也来喝鱼汤。").articles) == 1
