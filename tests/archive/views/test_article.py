"""The page of one report."""

import re

import pytest

from archive.models import ArticlePerson, InitiativeAlias, Status


def test_a_report_shows_its_parts_in_print_order(add_report, read):
    article = add_report(
        kicker="引题在上",
        headline="主题在中",
        subhead="——副题在下",
        byline="本报记者 张三",
        body="第一段。\n\n## 小标题\n\n第二段。",
    )
    text = read(article.get_absolute_url())
    parts = ["引题在上", "主题在中", "——副题在下", "本报记者 张三", "第一段。", "小标题", "第二段。"]
    assert sorted(parts, key=text.index) == parts


@pytest.mark.parametrize("body", ["7月27日，工会送清凉。", "本报北京7月27日电(记者张三)工会送清凉。"])
def test_a_dateline_is_read_once_whether_the_body_holds_it_or_not(body, add_report, read):
    assert read(add_report(dateline="本报北京7月27日电", body=body).get_absolute_url()).count("本报北京7月27日电") == 1


def test_line_breaks_of_the_print_are_closed_between_chinese_characters(add_report, read):
    assert "连续两年获得一等奖" in read(add_report(body="连续两年获\n得一等奖。").get_absolute_url())


def test_a_crosshead_is_a_heading_and_a_caption_stands_under_its_picture(add_report, client):
    article = add_report(body="## 真情服务\n\n[图] 送去清凉")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<h2>真情服务</h2>" in html
    assert "<figcaption>送去清凉</figcaption>" in html


@pytest.mark.parametrize(("gap", "shown"), [("[缺文]", "此处缺文"), ("[缺文：后栏未收到]", "此处缺文：后栏未收到")])
def test_a_gap_is_shown_with_its_reason(gap, shown, add_report, read):
    assert shown in read(add_report(body=f"前文。\n\n{gap}").get_absolute_url())


def test_the_words_one_came_with_are_marked_without_white_space_around_them(add_report, client):
    article = add_report(headline="各地送清凉活动", body="为职工送清凉到工地。")
    html = client.get(article.get_absolute_url(), {"q": "“送清凉”"}).content.decode()
    assert '各地<mark id="mark-1">送清凉</mark>活动' in html
    assert '为职工<mark id="mark-2">送清凉</mark>到工地。' in html


def test_the_query_one_came_with_stays_in_the_search_box_and_leads_back(add_report, client):
    html = client.get(add_report().get_absolute_url(), {"q": "“送清凉” -雪"}).content.decode()
    assert 'value="“送清凉” -雪"' in html
    assert 'href="/search/?q=%E2%80%9C%E9%80%81%E6%B8%85%E5%87%89%E2%80%9D+-%E9%9B%AA"' in html


def test_without_a_query_nothing_is_marked(add_report, client):
    assert "<mark" not in client.get(add_report().get_absolute_url()).content.decode()


def test_marks_have_numbers_that_links_lead_to(add_report, client):
    article = add_report(headline="送清凉", body="送清凉到工地。\n\n## 又送清凉\n\n[图] 送清凉的人")
    html = client.get(article.get_absolute_url(), {"q": "送清凉"}).content.decode()
    assert re.findall(r'id="mark-(\d+)"', html) == ["1", "2", "3", "4"]
    assert re.findall(r'href="#mark-(\d+)"', html) == ["1", "2", "3", "4"]


def test_a_single_mark_has_nowhere_to_lead_to(add_report, client):
    html = client.get(add_report(headline="送清凉").get_absolute_url(), {"q": "送清凉"}).content.decode()
    assert 'id="mark-1"' in html
    assert "#mark-" not in html


def test_a_report_found_by_a_part_of_the_query_shows_the_marks_of_that_part(add_report, client):
    url = add_report(headline="送清凉到工地").get_absolute_url()
    assert "<mark" not in client.get(url, {"q": "“高温补贴”"}).content.decode()
    assert '<mark id="mark-1">工地</mark>' in client.get(url, {"q": "工地补贴", "relaxed": "1"}).content.decode()


def test_words_searched_literally_are_marked_literally(add_report, programme, client):
    InitiativeAlias.objects.create(initiative=programme, name="夏日慰问")
    url = add_report(headline="夏日慰问").get_absolute_url()
    assert "夏日慰问</mark>" in client.get(url, {"q": "送清凉"}).content.decode()
    assert "<mark" not in client.get(url, {"q": "送清凉", "literal": "1"}).content.decode()


def test_markup_in_a_report_is_shown_as_text(add_report, client):
    article = add_report(headline="<b>粗</b>", body="<script>alert(1)</script>")
    html = client.get(article.get_absolute_url(), {"q": '"><script>'}).content.decode()
    assert "<script>" not in html.partition("<main")[2]
    assert "&lt;b&gt;粗&lt;/b&gt;" in html


def test_the_place_is_a_chain_from_the_province_down(add_report, read):
    assert "四川 › 泸州市 › 江阳区" in read(add_report(places=["510502"]).get_absolute_url())


def test_links_carry_the_words_they_rest_on(add_report, programme, client):
    article = add_report(places=["511000"], programmes=[programme])
    html = client.get(article.get_absolute_url()).content.decode()
    assert 'href="/regions/511000/" title="文中：在511000"' in html
    assert 'href="/programmes/songqingliang/" title="文中：送去清凉"' in html


def test_a_report_of_which_nothing_is_known_still_has_a_page(add_report, client, read):
    article = add_report(headline="", body="只有这一段话。")
    text = read(article.get_absolute_url())
    assert "［无题］只有这一段话" in text
    assert "报纸不详" in text
    assert "日期不详" in text
    assert client.get("/newspapers/unknown/undated/").status_code == 200


def test_a_date_is_shown_as_exact_as_it_is_known(add_report, read):
    text = read(add_report(day="2013-09-01", precision="month").get_absolute_url())
    assert "2013年9月" in text
    assert "9月1日" not in text


def test_the_neighbours_on_the_page_are_in_print_order_and_published(add_report, add_page, paper, client, read):
    page = add_page(paper, "2013-09-23", number=4, section_label="工会新闻")
    first = add_report("头条", "2013-09-23", page=page, order=1)
    middle = add_report("二条", "2013-09-23", page=page, order=2)
    last = add_report("三条", "2013-09-23", page=page, order=3)
    add_report("没发布的", "2013-09-23", page=page, order=4, status=Status.DRAFT)
    html = client.get(middle.get_absolute_url()).content.decode()
    assert f'rel="prev" href="{first.get_absolute_url()}"' in html
    assert f'rel="next" href="{last.get_absolute_url()}"' in html
    assert "没发布的" not in html
    assert 'href="/newspapers/xijiang/2013-09-23/4/"' in html
    assert "本版下一篇" not in read(last.get_absolute_url())


def test_the_citation_names_what_is_known(add_report, add_page, paper, read):
    page = add_page(paper, "2013-09-23", number=4)
    article = add_report("展风采", "2013-09-23", subhead="——纪实", newspaper=paper, page=page)
    for name in ("甲", "乙", "丙", "丁"):
        ArticlePerson.objects.create(article=article, name=name)
    assert "甲，乙，丙，等. 展风采——纪实[N]. 西江工人报，2013-09-23(4)." in read(article.get_absolute_url())


def test_a_sample_is_called_a_sample(add_report, read):
    assert "样例" in read(add_report(is_sample=True).get_absolute_url())
    assert "样例" not in read(add_report().get_absolute_url())


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.WITHDRAWN])
def test_an_article_that_is_not_published_is_not_found(status, add_report, client):
    assert client.get(add_report(status=status).get_absolute_url()).status_code == 404


def test_an_article_that_never_was_gets_the_archive_s_own_page(client):
    response = client.get("/articles/999/")
    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()


def test_a_report_with_many_links_takes_few_queries(
    add_report, add_page, paper, programme, client, django_assert_max_num_queries
):
    page = add_page(paper, "2013-09-23", number=4)
    places = ["510500", "510502", "511000", "500112", "500000"]
    article = add_report(newspaper=paper, page=page, places=places, programmes=[programme])
    for order in range(10):
        add_report(f"同版{order}", page=page, order=order)
    with django_assert_max_num_queries(9):
        client.get(article.get_absolute_url())
