"""Printed pages, invented -> short reports under a common heading."""

from archive.extraction.genre import ArticleKind
from tests.archive.segmentation.printed import bodies, headlines, segment, texts

SIGNED = (
    "工会简讯",
    "●本报讯（记者 王小明）泸州市总工会办起夜校。",
    "●宜宾市一家工厂的工会开了食堂。",
    "●抚顺市总工会送去凉茶，职工都",
    "说好。",
)


def test_lines_with_a_sign_under_a_heading_are_an_article_each():
    articles = segment(*SIGNED).articles
    assert {texts(article.section) for article in articles} == {"工会简讯"}
    assert {article.kind for article in articles} == {ArticleKind.BRIEF}
    assert [len(article.body) for article in articles] == [1, 1, 2]
    assert [article.people[0].name for article in articles if article.people] == ["王小明"]


def test_headlines_with_a_sign_open_briefs():
    page = ("快讯", "■泸州：女工有了假期", "女工说好。（王小明）", "■宜宾：流动电影队", "职工爱看。（李强）")
    assert headlines(*page) == ["■泸州：女工有了假期", "■宜宾：流动电影队"]


def test_numbered_reports_from_different_places_are_briefs():
    page = ("一周要闻", "1.泸州市总工会办夜校。", "2.宜宾市总工会开食堂。", "3.抚顺市总工会送凉茶。")
    assert len(segment(*page).articles) == 3


def test_a_numbered_list_in_a_report_is_no_series_of_briefs():
    page = ("# 办法", "——四川泸州市总工会纪实", "办法有三条。", "1.加强组织。", "2.做好帮扶。", "3.开展竞赛。")
    assert len(segment(*page).articles) == 1


def test_a_heading_after_a_brief_opens_an_article():
    assert headlines(*SIGNED, "班车停了以后", "编辑同志：", "厂里停了班车。")[-1] == "班车停了以后"


def test_who_a_brief_is_about_may_stand_over_it_for_a_place():
    page = ("各地送清凉", "抚顺", "工会送去凉茶。(王小明)", "铁路局", "工会送去西瓜。(李强)")
    assert headlines(*page) == ["抚顺", "铁路局"]


def test_one_line_with_a_sign_is_a_paragraph():
    assert bodies("# 新家", "●泸州市总工会盖了楼。") == ["●泸州市总工会盖了楼。"]


def test_under_its_place_a_brief_may_begin_with_a_short_line():
    page = (
        "各地短波",
        "抚顺",
        "抚顺市总工会给环卫职工的手推车装上了",
        "铃铛，共装了六百辆。（王小明）",
        "泸州",
        "书屋开了。",
    )
    assert [texts(article.headline) for article in segment(*page).articles] == ["抚顺", "泸州"]


def test_a_series_may_go_on_under_a_heading_that_says_so():
    page = ("数字里的工会一周（续）", "(三)7支。抚顺市的戏曲队上了工地。", "(四)1封。泸州市总工会收到一封信。")
    assert len(segment(*page).articles) == 2


def test_a_heading_over_signed_briefs_of_several_places_is_common():
    page = (
        "春风送岗位",
        "泸州市总工会办了三场招聘会。（王小明）",
        "抚顺市总工会办了培训班。（李强）",
        "丹东市总工会送职工上船。（王小明）",
    )
    articles = segment(*page).articles
    assert [texts(article.section) for article in articles] == [page[0]] * 3
    assert headlines(*page) == ["", "", ""]


def test_a_headline_that_names_the_place_of_its_brief_is_its_own():
    page = (
        "泸州送岗位",
        "泸州市总工会办了招聘会。（王小明）",
        "抚顺市总工会办了培训班。（李强）",
        "丹东市总工会送船。（王小明）",
    )
    assert headlines(*page) == ["泸州送岗位", "", ""]


def test_the_name_of_a_column_is_common_to_the_signed_briefs_below_it_each_with_its_headline():
    page = (
        *("有人问路，他指了路。", "一 得 录"),
        *("把奖金送到手里", "信封虽薄，情分不薄。（王小明）"),
        *("讲课别念稿子", "稿子念完，人也走完。（李强）"),
        *("书屋的灯几点关", "书不该排队站岗。（王小华）"),
    )
    articles = segment(*page).articles[1:]
    assert [texts(article.section) for article in articles] == [page[1]] * 3
    assert [texts(article.headline) for article in articles] == [page[2], page[4], page[6]]


def test_a_signed_brief_that_lost_its_place_does_not_end_the_common_heading():
    page = (
        *("各地送清凉", "泸州", "泸州市总工会送去凉茶。（王小明）"),
        "宜宾市总工会送去西瓜。（李强）",
        *("抚顺", "抚顺市总工会送去毛巾。（王小华）"),
    )
    assert [texts(article.section) for article in segment(*page).articles] == [page[0]] * 3
