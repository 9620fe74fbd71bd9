"""Regions: the list and the page of one."""

import re

import pytest

from archive.models import City, FormerName, Initiative, Status


def test_the_list_counts_a_district_to_its_city_and_its_province(add_report, read):
    add_report(places=["510502"])
    add_report(places=["510500"])
    add_report(places=["500112"])
    text = read("/regions/")
    assert "四川省 2 泸州市 2" in text
    assert "重庆市 1 渝北区 1" in text


def test_a_report_on_two_places_of_a_city_counts_once(add_report, read):
    add_report(places=["510500", "510502"])
    assert "四川省 1 泸州市 1" in read("/regions/")


def test_drafts_count_nowhere(add_report, read):
    add_report(places=["510500"], status=Status.DRAFT)
    assert "档案里还没有写明地区的报道" in read("/regions/")
    assert "还没有报道" in read("/regions/510000/")


def test_squares_of_the_map_lead_to_the_provinces(add_report, client):
    add_report(places=["510500"])
    html = client.get("/regions/").content.decode()
    assert '<a class="tile shade-1" href="/regions/510000/" aria-label="四川 1 篇">' in html


def test_a_region_shows_what_it_lies_in_and_what_lies_in_it(add_report, client, read):
    add_report(places=["510502"])
    assert "下级地区 江阳区 1" in read("/regions/510500/")
    html = client.get("/regions/510502/").content.decode()
    assert '<a href="/regions/510000/">四川省</a>' in html
    assert '<a href="/regions/510500/">泸州市</a>' in html


def test_a_province_counts_the_reports_of_its_districts_under_their_cities(add_report, read):
    add_report(places=["510502", "511000"])
    assert "下级地区 泸州市 1 内江市 1" in read("/regions/510000/")


def test_years_of_a_region_lead_to_its_reports_of_that_year(add_report, client):
    add_report(day="2008-05-01", places=["510502"])
    add_report(day="2011-05-01", places=["510500"])
    html = client.get("/regions/510500/").content.decode()
    assert re.findall(r'id="year-bar-(\d+)"[^>]* href="([^"]+)"', html) == [
        ("2008", "/search/?region=510500&amp;year=2008"),
        ("2011", "/search/?region=510500&amp;year=2011"),
    ]


def test_programmes_of_a_region_stand_on_a_time_line(add_report, programme, client):
    other = Initiative.objects.create(name="职工书屋", slug="shuwu", category="职工文化", scope="national")
    for day in ("2008-05-01", "2008-06-01", "2010-01-01"):
        add_report(day=day, places=["510502"], programmes=[programme])
    add_report(day="2010-01-01", places=["510500"], programmes=[other])
    html = client.get("/regions/510000/").content.decode()
    assert (
        'href="/search/?region=510000&amp;programme=songqingliang&amp;year=2008" aria-label="送清凉 2008年 2 篇"'
        in html
    )
    assert html.index('<a href="/programmes/songqingliang/">') < html.index('<a href="/programmes/shuwu/">')
    assert re.findall(r'<th scope="col">(\d+)</th>', html) == ["2008", "2009", "2010"]


def test_the_years_of_a_region_say_how_many_reports_have_no_date(add_report, read):
    add_report(day="2008-05-01", places=["510502"])
    assert "看那一年的报道 2008" in read("/regions/510500/")
    add_report(places=["510500"])
    add_report(places=["510500"], status=Status.DRAFT)
    assert "看那一年的报道 · 1 篇日期不详" in read("/regions/510500/")


def test_the_time_line_of_a_region_does_not_deny_undated_reports(add_report, programme, read):
    add_report(day="2008-05-01", places=["510500"], programmes=[programme])
    assert "空格表示没有标明那一年的报道，不表示没有做" in read("/regions/510500/")


def test_a_region_without_dates_has_no_years_and_no_error(add_report, read):
    add_report(places=["510500"])
    assert "还没有标明年份的报道" in read("/regions/510500/")


def test_reports_are_listed_from_new_to_old_and_those_without_a_date_last(add_report, read):
    for headline, day in (("无日期", ""), ("旧", "1998-01-01"), ("新", "2020-01-01")):
        add_report(headline, day, places=["510500"])
    text = read("/regions/510500/")
    assert sorted(("新", "旧", "无日期"), key=lambda headline: text.rindex(f"{headline} 报纸不详")) == [
        "新",
        "旧",
        "无日期",
    ]


def test_further_reports_are_on_further_screens(add_report, client, read):
    for number in range(45):
        add_report(f"第{number:02}号", "2013-01-01", places=["510500"])
    html = client.get("/regions/510500/?p=2").content.decode()
    assert 'rel="prev" href="?p=1"' in html
    assert 'rel="next" href="?p=3"' in html
    assert "第20号" in html
    assert "第19号" not in html
    assert "第44号" in read("/regions/510500/?p=999")
    assert "第00号" in read("/regions/510500/?p=junk")


def test_former_names_are_told(add_report, read):
    FormerName.objects.create(
        name="泸县地区", code="510500", seen_from=1983, seen_until=1990, province_id="510000",
        city=City.objects.get(pk="510500"),
    )  # fmt: skip
    add_report(places=["510500"])
    assert "曾用名：泸县地区" in read("/regions/510500/")


@pytest.mark.parametrize("code", ["999999", "51", "sichuan"])
def test_a_region_that_is_not_there_is_not_found(code, client):
    assert client.get(f"/regions/{code}/").status_code == 404


def test_queries_do_not_grow_with_the_reports(add_report, programme, client, django_assert_max_num_queries):
    for number in range(30):
        places = ["510500", "510502", "511000", "500112"]
        add_report(f"第{number}号", f"20{number:02}-01-01", places=places, programmes=[programme])
    with django_assert_max_num_queries(17):
        client.get("/regions/510000/")
    with django_assert_max_num_queries(6):
        client.get("/regions/")
