"""Printed pages, invented -> lines that say who wrote what stands above or below them."""

from tests.archive.segmentation.printed import segment, texts

OPINION = ("别急着下单", "有的企业一到月底就催。" * 3, "催不出好手艺。")


def test_a_role_over_the_first_headline_is_its_byline():
    [article] = segment("本报评论员", *OPINION).articles
    assert (texts(article.byline), texts(article.headline)) == ("本报评论员", OPINION[0])


def test_a_word_under_an_opinion_names_the_column_of_the_next():
    second = segment(*OPINION, "言论", "慢一点又何妨", "走路不必跑。").articles[1]
    assert (texts(second.kicker), texts(second.headline)) == ("言论", "慢一点又何妨")


def test_a_name_over_a_headline_with_its_own_writer_is_that_of_the_column():
    second = segment(*OPINION, "班前茶", "慢一点又何妨", "祝北山", "走路不必跑。").articles[1]
    assert (texts(second.kicker), texts(second.byline)) == ("班前茶", "祝北山")


def test_an_opinion_that_a_bare_name_signs_is_another_than_the_one_its_writer_stands_over():
    page = ("群里的打卡", "□王小明", "手机响了。", "职工心里发毛，", "慢一点又何妨", "走路不必跑。", "祝南山")
    assert [texts(article.headline) for article in segment(*page).articles] == ["群里的打卡", "慢一点又何妨"]


def test_the_place_where_somebody_lives_is_no_name_in_a_signature():
    [article] = segment("灯该几点关", "书屋关得太早。（泸州 王小明）").articles
    assert [person.name for person in article.people] == ["王小明"]


def test_who_drew_a_cartoon_is_named_after_a_stroke():
    [article] = segment(*OPINION[:2], "一催再催 漫画/祝北山", OPINION[2]).articles
    assert [person.name for person in article.people] == ["祝北山"]


def test_bare_names_under_a_subhead_are_the_byline():
    [article] = segment("“小板凳”会", "——泸州一处工地的侧记", "王小明 李强", "会在树下开。", "人都来了。").articles
    assert [person.name for person in article.people] == ["王小明", "李强"]


def test_a_union_with_a_name_behind_it_is_a_byline():
    [article] = segment("会要少开", "泸州市总工会 王大力", "会多误事。", "账要给人看。").articles
    assert [person.name for person in article.people] == ["王大力"]
