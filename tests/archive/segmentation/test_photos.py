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
