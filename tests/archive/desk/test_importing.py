"""Bytes of a page -> rows of pages, articles and links."""

import datetime

import pytest

from archive.body import BlockKind, parse_body
from archive.desk import importing, taking_in
from archive.desk.importing import import_page
from archive.intake.refusal import Reason, RefusedError
from archive.models import (
    Article,
    City,
    FormerName,
    Initiative,
    InitiativeAlias,
    Newspaper,
    Page,
    Province,
)

pytestmark = pytest.mark.django_db

PAGE = """工人日报 2013年9月23日 星期一 第4版

# 奋力书写新篇章

——四川泸州市总工会工作纪实

□本报记者 王小明 通讯员 李强

五年来，“面心实”活动走进百家企业，逐步形

成了好办法。

服务职工

工会拨打<sub>12351</sub>热线，并且在去年的基础上又

## 一座新城的工会

——重庆市工会探索新路

重庆市总工会开展工作。
"""


@pytest.fixture(autouse=True)
def vocabulary():
    sichuan = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    Province.objects.create(code="500000", name="重庆市", short_name="重庆", abbreviation="渝")
    luzhou = City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)
    FormerName.objects.create(
        name="老泸州市", code="510501", seen_from=2002, seen_until=2005, province=sichuan, city=luzhou
    )
    faces = Initiative.objects.create(name="面对面心贴心实打实", category="服务职工", scope="national")
    InitiativeAlias.objects.create(initiative=faces, name="面心实")


def take_in(text: str = PAGE, publish: bool = False):
    return import_page(text, "页.txt", publish)


def test_the_text_of_the_page_stays_as_it_came_in():
    text = PAGE.replace("\n", "\r\n")
    assert take_in(text).page.text == text


def test_the_folio_names_newspaper_date_and_number():
    page = take_in().page
    assert str(page.newspaper) == "工人日报"
    assert (page.date, page.date_precision, page.number) == (datetime.date(2013, 9, 23), "day", 4)


def test_a_page_that_says_nothing_of_itself_has_no_newspaper_and_no_date():
    page = take_in("# 标题\n\n本报讯 近日，工会开展活动。").page
    assert (page.newspaper, page.date, page.date_precision, page.number) == (None, None, "unknown", None)


def test_articles_take_newspaper_and_date_from_the_page_and_keep_their_order():
    articles = take_in().articles
    assert [article.order for article in articles] == [1, 2]
    assert [article.headline for article in articles] == ["奋力书写新篇章", "一座新城的工会"]
    assert {str(article.newspaper) for article in articles} == {"工人日报"}
    assert {article.date for article in articles} == {datetime.date(2013, 9, 23)}


def test_the_body_is_stored_in_blocks_with_the_prints_line_break_and_a_gap():
    blocks = parse_body(take_in().articles[0].body)
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.CROSSHEAD,
        BlockKind.PARAGRAPH,
        BlockKind.GAP,
    ]
    assert blocks[0].text == "五年来，“面心实”活动走进百家企业，逐步形\n成了好办法。"
    assert "拨打12351热线" in blocks[2].text


def test_place_programmes_and_people_are_linked_with_their_evidence_unconfirmed():
    article = take_in().articles[0]
    [place] = article.city_links.all()
    assert (str(place.city), place.province_id, place.evidence) == ("泸州市", "510000", "四川泸州市")
    [programme] = article.initiative_links.all()
    assert (str(programme), programme.evidence) == ("面对面心贴心实打实", "面心实")
    assert not place.is_confirmed
    assert not programme.is_confirmed
    assert [str(person) for person in article.people.all()] == ["本报记者 王小明", "通讯员 李强"]


def test_a_municipality_as_a_whole_is_a_province_without_a_city():
    [place] = take_in().articles[1].city_links.all()
    assert (place.city, place.province_id) == (None, "500000")


@pytest.mark.parametrize(("publish", "status"), [(True, "published"), (False, "draft")])
def test_articles_are_published_only_on_request(publish, status):
    assert {article.status for article in take_in(publish=publish).articles} == {status}


def test_the_same_text_again_changes_nothing():
    first = take_in()
    again = import_page(PAGE, "另一个文件.txt", publish=True)
    assert (again.is_new, again.page) == (False, first.page)
    assert Page.objects.count() == 1
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}


@pytest.mark.parametrize("again", [PAGE.replace("\n", "\r\n"), PAGE.rstrip(), PAGE + "\n", PAGE.rstrip() + "\r\n"])
def test_other_line_ends_are_no_other_page(again):
    first = take_in()
    assert (take_in(again).is_new, take_in(again).page) == (False, first.page)


def test_a_page_is_written_whole_or_not_at_all(monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(importing, "_store_articles", fail)
    with pytest.raises(RuntimeError):
        take_in()
    assert (Page.objects.count(), Newspaper.objects.count()) == (0, 0)


def test_a_text_of_endless_headlines_is_no_page():
    text = "\n\n".join(f"# 标题{number}\n\n这是第{number}篇的正文。" for number in range(taking_in.MOST_ARTICLES + 1))
    with pytest.raises(RefusedError) as refused:
        take_in(text)
    assert refused.value.reason is Reason.TOO_MANY_ARTICLES
    assert Page.objects.count() == 0


def test_very_long_headings_and_names_fit_their_columns():
    report = import_page("# " + "长" * 100 + "\n\n正文。", "名" * 300 + ".txt", publish=False)
    assert len(report.page.source_name) == 255
    assert len(report.articles[0].headline) == 100
