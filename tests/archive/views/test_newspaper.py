"""Newspapers, days and pages; addresses can be cut from the right."""

import pytest

from archive.models import Status


@pytest.fixture
def page_4(add_page, paper):
    return add_page(paper, "2013-09-23", number=4, section_label="工会新闻")


def test_newspapers_are_listed_with_their_counts_and_the_unknown_one_last(add_report, paper, read):
    add_report(newspaper=paper)
    add_report()
    add_report()
    assert read("/newspapers/") == "报纸 西江工人报 1 报纸不详 2"


def test_every_part_of_the_address_of_a_page_is_a_page(add_report, paper, page_4, client):
    add_report("二版头条", "2013-09-23", newspaper=paper, page=page_4)
    address = page_4.get_absolute_url()
    assert address == "/newspapers/xijiang/2013-09-23/4/"
    for url in (address, "/newspapers/xijiang/2013-09-23/", "/newspapers/xijiang/", "/newspapers/"):
        assert client.get(url).status_code == 200, url


def test_a_year_and_a_month_lead_to_their_days(add_report, paper, client):
    add_report(day="2013-09-23", newspaper=paper)
    add_report(day="2013-09-01", newspaper=paper, precision="month")
    add_report(day="2013-01-01", newspaper=paper, precision="year")
    year = client.get("/newspapers/xijiang/2013/").content.decode()
    assert 'href="/newspapers/xijiang/2013-09-23/"' in year
    assert 'href="/newspapers/xijiang/2013-09/"' in year
    month = client.get("/newspapers/xijiang/2013-09/").content.decode()
    assert 'href="/newspapers/xijiang/2013-09-23/"' in month


def test_a_day_shows_only_its_own_reports(add_report, paper, read):
    add_report("当天的", "2013-09-01", newspaper=paper)
    add_report("当月的", "2013-09-01", newspaper=paper, precision="month")
    assert "当月的" not in read("/newspapers/xijiang/2013-09-01/")
    assert "当月的" in read("/newspapers/xijiang/2013-09/")


def test_a_day_goes_through_its_pages_in_order_and_ends_with_what_has_no_page(add_report, add_page, paper, read):
    fields = {"day": "2013-09-23", "newspaper": paper}
    add_report("没有版面的", **fields)
    for headline, number in (("没有版次的", None), ("十版的", 10), ("二版的", 2)):
        add_report(headline, page=add_page(paper, "2013-09-23", number=number), **fields)
    text = read("/newspapers/xijiang/2013-09-23/")
    order = ["二版的", "十版的", "没有版次的", "没有版面的"]
    assert sorted(order, key=text.index) == order


def test_a_page_shows_its_reports_in_print_order(add_report, paper, page_4, read):
    add_report("二条", "2013-09-23", newspaper=paper, page=page_4, order=2)
    add_report("头条", "2013-09-23", newspaper=paper, page=page_4, order=1)
    add_report("没发布的", "2013-09-23", newspaper=paper, page=page_4, order=3, status=Status.DRAFT)
    text = read(page_4.get_absolute_url())
    assert text.index("头条") < text.index("二条")
    assert "第4版 工会新闻" in text
    assert "没发布的" not in text


def test_a_page_leads_to_the_pages_before_and_after_it_that_have_reports(add_report, add_page, paper, page_4, client):
    add_report("四版的", "2013-09-23", newspaper=paper, page=page_4)
    for number, status in ((1, "published"), (3, "draft"), (10, "published")):
        other = add_page(paper, "2013-09-23", number=number)
        add_report(f"{number}版的", "2013-09-23", newspaper=paper, page=other, status=status)
    html = client.get(page_4.get_absolute_url()).content.decode()
    assert 'rel="prev" href="/newspapers/xijiang/2013-09-23/1/"' in html
    assert 'rel="next" href="/newspapers/xijiang/2013-09-23/10/"' in html


def test_a_page_without_newspaper_date_and_number_has_an_address(add_report, add_page, read):
    page = add_page()
    add_report("什么都不知道的", page=page)
    assert page.get_absolute_url() == f"/newspapers/unknown/undated/id{page.pk}/"
    assert "什么都不知道的" in read(page.get_absolute_url())


def test_a_number_that_came_in_twice_shows_the_reports_of_both(add_report, add_page, paper, page_4, read):
    again = add_page(paper, "2013-09-23", number=4)
    add_report("先收的", "2013-09-23", newspaper=paper, page=page_4)
    add_report("后收的", "2013-09-23", newspaper=paper, page=again)
    text = read(page_4.get_absolute_url())
    assert "先收的" in text
    assert "后收的" in text


def test_a_page_without_published_reports_is_not_found(add_report, paper, page_4, client):
    add_report("没发布的", "2013-09-23", newspaper=paper, page=page_4, status=Status.DRAFT)
    assert client.get(page_4.get_absolute_url()).status_code == 404
    assert client.get("/newspapers/xijiang/2013-09-23/").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["none/", "xijiang/2013-13-01/", "xijiang/yesterday/", "xijiang/2013-9-1/", "xijiang/0000/", "xijiang/1999/",
     "xijiang/2013-09-23/5/", "xijiang/2013-09-23/first/", "xijiang/2013-09-23/id999999999999999/",
     "xijiang/2013-09-23/99999/"],
)  # fmt: skip
def test_an_address_that_names_nothing_is_not_found(address, add_report, paper, page_4, client):
    add_report(day="2013-09-23", newspaper=paper, page=page_4)
    assert client.get(f"/newspapers/{address}").status_code == 404


def test_a_newspaper_shows_its_years_and_counts_what_has_no_date(add_report, paper, client, read):
    add_report(day="2013-09-23", newspaper=paper)
    add_report(newspaper=paper)
    assert "2 篇报道 · 1 篇日期不详" in read("/newspapers/xijiang/")
    assert 'href="/newspapers/xijiang/2013/"' in client.get("/newspapers/xijiang/").content.decode()


def test_queries_do_not_grow_with_the_reports(add_report, paper, page_4, client, django_assert_max_num_queries):
    for number in range(30):
        add_report(f"第{number}号", "2013-09-23", newspaper=paper, page=page_4, places=["510502"])
    for url in ("/newspapers/xijiang/", "/newspapers/xijiang/2013-09-23/", page_4.get_absolute_url()):
        with django_assert_max_num_queries(13):
            client.get(url)
