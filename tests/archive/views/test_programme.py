"""Programmes: the list and the page of one."""

import re

import pytest

from archive.models import City, Initiative, InitiativeAlias, Status


def test_programmes_stand_under_their_category_with_their_counts(add_report, programme, read):
    Initiative.objects.create(name="职工书屋", slug="shuwu", category="职工文化", scope="national")
    add_report(programmes=[programme])
    add_report(programmes=[programme], status=Status.DRAFT)
    text = read("/programmes/")
    assert "服务职工 送清凉 1" in text
    assert "职工文化 职工书屋 0" in text


def test_the_filter_finds_names_and_aliases(programme, read):
    InitiativeAlias.objects.create(initiative=programme, name="夏送清凉")
    Initiative.objects.create(name="职工书屋", slug="shuwu", category="职工文化", scope="national")
    for wanted in ("清凉", "夏送"):
        text = read(f"/programmes/?q={wanted}")
        assert "送清凉" in text
        assert "职工书屋" not in text


def test_a_filter_that_finds_nothing_says_so(programme, client):
    html = client.get("/programmes/", {"q": "<没有>"}).content.decode()
    assert "没有名称或别名含有“&lt;没有&gt;”的项目。" in html


def test_a_programme_tells_what_it_is(add_report, programme, read):
    InitiativeAlias.objects.create(initiative=programme, name="夏送清凉")
    programme.description, programme.first_year = "高温天慰问职工。", 2003
    programme.origin_city = City.objects.get(pk="510500")
    programme.save()
    add_report("先写到的", "2005-07-01", programmes=[programme], places=["510500"])
    add_report("后写到的", "2009-07-01", programmes=[programme], places=["500112"])
    text = read("/programmes/songqingliang/")
    assert "高温天慰问职工。" in text
    assert "又作：夏送清凉 · 全国 · 服务职工 · 起于 泸州市 · 已知首见于 2003 年" in text
    assert "2 篇报道 · 2 个省级地区 · 本档案中最早：2005年7月1日 先写到的" in text


@pytest.mark.parametrize(("first_year", "is_told"), [(2004, True), (2005, True), (2006, False)])
def test_a_first_year_is_told_unless_the_archive_has_an_earlier_report(
    first_year, is_told, add_report, programme, read
):
    programme.first_year = first_year
    programme.save()
    add_report("先写到的", "2005-07-01", programmes=[programme])
    text = read("/programmes/songqingliang/")
    assert (f"已知首见于 {first_year} 年" in text) == is_told
    assert "本档案中最早：2005年7月1日" in text


def test_a_first_year_is_told_where_no_report_has_a_date(add_report, programme, read):
    programme.first_year = 2014
    programme.save()
    add_report(programmes=[programme])
    assert "已知首见于 2014 年" in read("/programmes/songqingliang/")


def test_cells_of_the_matrix_lead_to_their_reports(add_report, programme, client):
    add_report(day="2008-07-01", programmes=[programme], places=["510500", "510502"])
    add_report(day="2010-07-01", programmes=[programme], places=["510500"])
    add_report(day="2010-07-01", programmes=[programme], places=["500112"])
    html = client.get("/programmes/songqingliang/").content.decode()
    cells = re.findall(r'<td class="shade-\d"><a href="([^"]+)" aria-label="([^"]+)">', html)
    assert cells == [
        ("/search/?programme=songqingliang&amp;region=510000&amp;year=2008", "四川省 2008年 1 篇"),
        ("/search/?programme=songqingliang&amp;region=510000&amp;year=2010", "四川省 2010年 1 篇"),
        ("/search/?programme=songqingliang&amp;region=500000&amp;year=2010", "重庆市 2010年 1 篇"),
    ]


def test_the_matrix_says_how_many_reports_have_no_date(add_report, programme, read):
    add_report(day="2008-07-01", programmes=[programme], places=["510500"])
    assert "不表示没有做 2008" in read("/programmes/songqingliang/")
    for status in (Status.PUBLISHED, Status.PUBLISHED, Status.DRAFT):
        add_report(programmes=[programme], places=["500112"], status=status)
    text = read("/programmes/songqingliang/")
    assert "空格表示没有标明那一年、那个地区的报道，不表示没有做 · 2 篇日期不详" in text


def test_a_programme_without_reports_says_so(programme, read):
    assert "还没有报道" in read("/programmes/songqingliang/")


def test_drafts_do_not_show_on_a_programme(add_report, programme, read):
    add_report("没发布的", "2008-01-01", programmes=[programme], places=["510500"], status=Status.DRAFT)
    assert "没发布的" not in read("/programmes/songqingliang/")
    assert "四川省" not in read("/programmes/songqingliang/")


def test_a_programme_that_is_not_there_is_not_found(client):
    assert client.get("/programmes/none/").status_code == 404


def test_queries_do_not_grow_with_the_reports(add_report, programme, client, django_assert_max_num_queries):
    for number in range(30):
        add_report(f"第{number}号", f"20{number:02}-01-01", places=["510500", "500112"], programmes=[programme])
    with django_assert_max_num_queries(16):
        client.get("/programmes/songqingliang/")
    with django_assert_max_num_queries(3):
        client.get("/programmes/")
