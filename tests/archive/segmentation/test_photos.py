"""Printed pages, invented -> captions, credits and photo items."""

from archive.extraction.genre import ArticleKind
from tests.archive.segmentation.printed import PICTURE, layout, segment, texts

FEATURE = ("# 新家", "——四川泸州市总工会纪实", "□本报记者 李强", "工会盖了楼。")


def test_a_line_that_ends_with_who_took_the_picture_is_a_caption():
    [article] = segment(*FEATURE, "职工搬进新楼。王小明 摄", "职工高兴。").articles
    assert texts(article.captions) == "职工搬进新楼。王小明 摄"
    assert [person.name for person in article.people] == ["李强", "王小明"]


def test_numbered_and_placed_captions_stay_with_the_article():
    [article] = segment(*FEATURE, "①头灯照亮了楼道。", "左图为新楼。", "漫画：一张图 作者：王小明").articles
    assert layout(article) == ["p", "c", "c", "c"]


def test_a_caption_with_its_own_news_from_elsewhere_is_an_item():
    page = (*FEATURE, PICTURE, "12月7日，抚顺市一处工地的工人冒雪抢修。王小明 摄")
    item = segment(*page).articles[-1]
    assert (texts(item.captions), item.kind) == (page[-1], ArticleKind.PHOTO)


def test_the_article_that_an_item_interrupts_goes_on_after_it():
    page = (
        "# 新家",
        "——四川泸州市总工会纪实",
        "去年以来，工会走访了一千多名困难职",
        PICTURE,
        "12月7日，抚顺市一处工地的工人冒雪抢修。王小明 摄",
        "工家庭，送去大米。",
    )
    feature, item = segment(*page).articles
    assert texts(feature.body) == "去年以来，工会走访了一千多名困难职|工家庭，送去大米。"
    assert texts(item.captions) == page[4]


def test_a_sentence_may_go_on_where_a_picture_stood_without_a_caption():
    [article] = segment(
        *FEATURE[:3], "去年以来，工会走访了一千多名困难职", PICTURE, "工家庭。", "去年，工会盖了楼。"
    ).articles
    assert texts(article.captions) == ""
    assert layout(article)[0] == "p+p"


def test_a_byline_that_names_who_took_the_pictures_is_no_credit():
    [article] = segment("# 新家", "□王小明 文 李强 图", "工会盖了楼。").articles
    assert texts(article.byline) == "□王小明 文 李强 图"
    assert [person.name for person in article.people] == ["王小明", "李强"]


def test_a_credit_that_reports_is_the_byline_of_a_picture_report():
    [article] = segment(
        "潮起潮落赶海人", "泸州的职工在江边。", "王小明 李强 摄影报道", "江水退了。", "大家回家。"
    ).articles
    assert texts(article.byline) == "王小明 李强 摄影报道"


def test_a_title_may_stand_between_a_photo_and_its_credit():
    page = (*FEATURE, PICTURE, "1月12日，抚顺市一家企业的女工在包豆包。", "豆包比武", "王小明 摄影")
    item = segment(*page).articles[-1]
    assert (texts(item.captions), texts(item.headline), texts(item.byline)) == page[-3:]


def test_a_report_under_a_picture_from_elsewhere_is_an_item_and_may_have_its_title_below():
    report = "秋茶开采，抚顺市的茶山上住满了采茶工，工会的志愿者挑着图书箱来。" + "箱子里有书。" * 10 + "（王小明 摄）"
    page = (*FEATURE, PICTURE, report, "采茶工人的“流动图书箱”", "渔港里的“淡水账单”", "□本报记者 李强", "渔港不缺水。")
    assert [texts(article.headline) for article in segment(*page).articles] == ["新家", page[-4], page[-3]]


def test_one_paragraph_that_ends_with_who_took_the_picture_is_a_photo_item():
    report = "泸州的绣娘来了。" * 20 + "（记者 王小明 摄）"
    page = ("图片新闻", "百名绣娘共绣长卷", report, "夜里，渡船靠岸。")
    item, following = segment(*page).articles
    assert (item.kind, texts(following.body)) == (ArticleKind.PHOTO, "夜里，渡船靠岸。")


def test_a_photo_item_is_about_the_place_of_its_caption():
    item = segment(*FEATURE, PICTURE, "12月7日，抚顺市一处工地的工人冒雪抢修。王小明 摄").articles[-1]
    assert item.place is not None
    assert item.place.code == "210400"


def test_news_directly_under_the_headline_of_a_photo_item_is_its_text():
    page = ("炉边学急救", PICTURE, "12月7日，抚顺市一家钢厂的工人学做心肺复苏，考试合格的领到急救员证。", "王小明 摄")
    [item] = segment(*page).articles
    assert (texts(item.headline), texts(item.body), texts(item.byline)) == (page[0], page[2], page[3])


def test_a_crosshead_over_text_that_a_picture_interrupts_opens_no_photo_item():
    broken = "衣服破了，三五分钟补好，堵住了一个又一个隐"
    page = (*FEATURE, "一根针，缝起一条线", broken, PICTURE, "家属在念信。王小明 摄", "患。")
    assert layout(segment(*page).articles[0]) == ["p", "#", "p+p", "c"]


def test_a_text_about_another_place_under_a_whole_photo_item_is_not_its_own():
    page = (
        "“捏”出钢铁花",
        PICTURE,
        "抚顺市一名退休焊工在焊一枝玫瑰。李强/摄",
        "近日，抚顺市总工会办起一场手艺展览。",
        "保安爱跳槽。泸州市一家公司一年换掉三分之二的人。",
    )
    item, other = segment(*page).articles
    assert (texts(item.body), texts(other.body)) == (page[3], page[4])


def test_a_long_caption_that_says_who_gave_the_picture_is_an_item():
    caption = (
        "图为5月9日，抚顺市一座风电场的工会干部登上机舱，送去绿豆汤。" + "班组自己报名。" * 20 + "新视线图片社 供图"
    )
    item = segment(*FEATURE, PICTURE, caption).articles[-1]
    assert (texts(item.captions), item.kind) == (caption, ArticleKind.PHOTO)


def test_a_credited_text_about_another_place_is_an_item_though_no_gap_shows_its_picture():
    page = (
        *FEATURE,
        "抚顺市的理发师来到工地。" * 9,
        "王小明 摄",
        "河堤上的理发师来了",
        "雨夜里的一盏灯",
        "□李强",
        "灯亮了。",
    )
    feature, item, _other = segment(*page).articles
    assert (texts(feature.body), texts(item.headline), texts(item.body)) == (page[3], page[6], page[4])


def test_a_first_line_with_the_day_is_the_text_of_a_photo_item():
    page = ("湖里的擂台", PICTURE, "7月9日，抚顺市一处藕塘的职工在比赛。", "当天，工会请来了裁判。", "王小明 摄")
    [item] = segment(*page).articles
    assert (texts(item.body), texts(item.captions)) == (f"{page[2]}|{page[3]}", "")


def test_a_short_report_ends_with_who_took_its_pictures_where_another_picture_follows():
    page = (
        "雪线上的接力",
        "抚顺的养路工在雪里走了一夜。",
        "左一：班长的睫毛结满了霜。",
        "王小明 李强 摄影报道",
        PICTURE,
        "昔日的伐木工如今是护林员。",
        "斧头挂在墙上，是十年前的事了。",
    )
    report, other = segment(*page).articles
    assert (texts(report.body), texts(other.body)) == (page[1], page[6])


def test_captions_below_who_took_them_are_the_reports():
    page = ("雪线上的接力", "抚顺的养路工走了一夜。", "王小明 摄影报道", PICTURE, "①睫毛结满了霜。", "天亮了。")
    [report] = segment(*page).articles
    assert texts(report.body) == f"{page[1]}|{page[5]}"


def test_a_credited_caption_over_an_articles_text_makes_no_item_of_it():
    text = "泸州的江边停着一排旧船，老船工每天早晨都要来看一看。" * 4
    [article] = segment("江边的老船工", PICTURE, "老船工在补船。李强 摄", text, "船补好了。").articles
    assert (texts(article.captions), len(article.body)) == ("老船工在补船。李强 摄", 2)
