"""Printed pages, invented -> features that lost their headline, told by their crossheads."""

from tests.archive.segmentation.printed import headlines, layout, segment

NEWS = ("泸州评上乡土工程师", "本报讯（记者王小明）近日，泸州市总工会评了职称。")
PARTS = ("线下一条龙", "点了单，要有人做。", "评价一把尺", "职工说好才算好。", "线上一张菜单", "市总工会征集了需求。")


def test_very_short_lines_under_news_with_nothing_else_are_crossheads_of_one_feature():
    page = (*NEWS, *PARTS)
    assert headlines(*page) == [NEWS[0], ""]
    assert layout(segment(*page).articles[1]) == ["#", "p"] * 3


def test_articles_with_a_writer_each_stay_apart():
    page = (*NEWS, "月光餐", "王小明", "热汤送到塔下。", "夜校", "李强", "灯亮了。", "书屋", "王小明", "书多了。")
    assert headlines(*page)[1:] == ["月光餐", "夜校", "书屋"]


def test_two_short_headlines_are_headlines():
    assert headlines(*NEWS, *PARTS[:4])[1:] == [PARTS[0], PARTS[2]]


def test_very_short_lines_under_a_report_with_its_reporter_over_it_are_its_crossheads():
    page = ("江边的娘家", "本报记者 王小明", "船工上了岸。", *PARTS[:4], *NEWS)
    assert headlines(*page) == ["江边的娘家", NEWS[0]]


def test_under_the_papers_own_commentary_they_are_headlines():
    page = ("江边的娘家", "本报评论员", "船工上了岸。", *PARTS[:4])
    assert headlines(*page) == ["江边的娘家", PARTS[0], PARTS[2]]
