"""Home and results through their addresses."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils.encoding import iri_to_uri

from archive.models import Article, Initiative
from search.engines.contract import IndexDamagedError
from tests.search.reports import add_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


def read(client: Client, address: str) -> str:
    response = client.get(iri_to_uri(address))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_home_says_what_the_archive_holds(client: Client) -> None:
    page = read(client, "/")
    assert "5 篇报道" in page
    assert "/search/?region=510000" in page
    assert "/search/?year=2013" in page
    assert "两个普遍" in page


def test_results_mark_what_was_asked_for(client: Client) -> None:
    assert "<mark>两个普遍</mark>" in read(client, "/search/?q=“两个普遍”")


def test_of_a_name_the_name_is_marked_and_no_single_character_of_it(
    client: Client, reports: dict[str, Article]
) -> None:
    assert "工地<mark>送清凉</mark>，送去毛巾" in read(client, "/search/?q=送清凉")
    page = read(client, f"{reports['heat'].get_absolute_url()}?q=送清凉")
    assert '工地<mark id="mark-2">送清凉</mark>，送去毛巾' in page


def test_a_byline_is_shown_where_it_is_what_was_found(client: Client, reports: dict[str, Article]) -> None:
    Article.objects.filter(pk=reports["heat"].pk).update(byline="本报记者 王芳", dateline="泸州7月27日电")
    assert "本报<mark>记</mark>者 王芳 泸州7月27日电</p>" in read(client, "/search/?q=送清凉 OR 记")
    assert "王芳 泸州7月27日<mark>电</mark></p>" in read(client, "/search/?q=送清凉 OR 电")
    assert "王芳" not in read(client, "/search/?q=送清凉&genre=brief").partition('<li class="item hit">')[2]


def test_results_keep_the_query_in_every_facet_link(client: Client) -> None:
    page = read(client, "/search/?q=工会&sort=newest")
    links = re.findall(r'href="(/search/\?[^"]*region=[^"]*)"', page)
    assert links
    assert all("q=%E5%B7%A5%E4%BC%9A" in link and "sort=newest" in link for link in links)


def test_below_the_years_reports_without_a_date_can_be_chosen(client: Client) -> None:
    entry = '<a id="year-undated" href="/search/?q={}{}"{}><span>{}日期不详</span> <span class="count">1</span></a>'
    query, chosen = (
        "%E9%80%81%E6%B8%85%E5%87%89",
        '<span aria-hidden="true">✓ </span><span class="visually-hidden">已选：</span>',
    )
    assert entry.format(query, "&amp;year=undated", "", "") in read(client, "/search/?q=送清凉")
    with_year = entry.format(query, "&amp;year=2014&amp;year=undated", "", "")
    assert with_year in read(client, "/search/?q=送清凉&year=2014")
    page = read(client, "/search/?q=送清凉&year=undated")
    assert entry.format(query, "", ' class="chosen" aria-current="true"', chosen) in page
    assert f'<a class="chip" href="/search/?q={query}" aria-label="去掉 日期不详">' in page
    assert "<h1>1 篇</h1>" in page


@pytest.mark.parametrize("address", ["/search/?q=送清凉&date=2014-01-01..", "/search/?q=工会"])
def test_where_all_reports_have_a_date_nothing_is_said_of_others(client: Client, address: str) -> None:
    assert "year-undated" not in read(client, address)


def test_where_no_report_has_a_date_the_entry_stands_without_bars(client: Client) -> None:
    page = read(client, "/search/?q=职工书屋")
    assert "year-undated" in page
    assert "还没有标明年份的报道" not in page


def test_a_choice_can_be_removed(client: Client) -> None:
    page = read(client, "/search/?q=工会&region=510500")
    assert "泸州市" in page
    assert 'href="/search/?q=%E5%B7%A5%E4%BC%9A"' in page


@pytest.mark.parametrize("days", ["date=2013-09-23..2013-09-23", "date_from=2013-09-23&date_to=2013-09-23"])
def test_one_day_is_said_once_in_its_chip(days: str, client: Client) -> None:
    assert ">2013-09-23<span aria-hidden" in read(client, f"/search/?q=工会&{days}")


def test_words_searched_as_typed_are_a_choice_that_can_be_removed(client: Client) -> None:
    page = read(client, "/search/?q=职代会&literal=1&year=2008&p=2")
    chips = page.partition('<ul class="chips"')[2].partition("</ul>")[0]
    assert 'href="/search/?q=%E8%81%8C%E4%BB%A3%E4%BC%9A&amp;year=2008" aria-label="去掉 只查原词"' in chips
    assert "只查原词" not in read(client, "/search/?q=工会&year=2008").partition('<ul class="chips"')[2]


def test_the_chip_of_words_as_typed_leads_back_to_the_search_with_other_names(client: Client) -> None:
    literal = read(client, "/search/?q=职代会&literal=1")
    assert "也查了" not in literal
    back = re.search(r'<a class="chip" href="([^"]+)"', literal)
    assert back
    assert "也查了" in read(client, back[1])


def test_the_choice_of_words_as_typed_is_said_in_english_too(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert 'aria-label="Remove Only the words as typed"' in read(client, "/search/?q=职代会&literal=1")


def test_where_nothing_is_found_all_that_is_chosen_can_be_removed(client: Client) -> None:
    page = read(client, "/search/?q=qzxjkvw&literal=1")
    assert '<a href="/search/?q=qzxjkvw">去掉上面所选的各项</a>' in page


def test_a_relaxed_search_says_so(client: Client) -> None:
    assert "没有一篇报道与检索词完全相符" in read(client, "/search/?q=农民工 绿豆汤")


def test_below_few_hits_stand_those_that_hold_some_of_the_words(client: Client) -> None:
    page = read(client, "/search/?q=工会 毛巾 工地")
    hits, heading, in_part = page.partition('<section class="in-part"')
    assert heading
    assert "<h1>1 篇</h1>" in hits
    assert "另有 3 篇含有检索词的一部分" in in_part
    assert re.search(r'<a href="/articles/\d+/\?q=[^"]+&amp;relaxed=1#mark-1">内江为农民工追讨工资', in_part)
    assert "<mark>工会</mark>" in in_part
    assert re.search("<h3 [^>]*><a [^>]*>内江为农民工追讨工资", in_part)
    assert "in-part" not in read(client, "/search/?q=毛巾 工地")


@pytest.mark.parametrize("query", ["？！", "%00", "%E2%80%8B", "%FF", "%ED%B3%BF"])
def test_nothing_to_search_says_so(query: str, client: Client) -> None:
    assert "没有可以检索的字" in read(client, f"/search/?q={query}")


def test_an_unknown_region_is_named(client: Client) -> None:
    assert "没有叫“乌有乡”的地区" in read(client, "/search/?q=city:乌有乡")


def test_an_unknown_programme_is_named(client: Client) -> None:
    assert "没有叫“乌有”的项目" in read(client, "/search/?q=initiative:乌有")


@pytest.mark.parametrize("text", ["20133", "abcd", "2008...2013"])
def test_a_year_that_is_none_is_told(client: Client, text: str) -> None:
    assert f"“{text}”不是年份" in read(client, f"/search/?q=工会 year:{text}")


def test_where_nothing_is_found_it_is_not_said_that_what_follows_holds_a_part(client: Client) -> None:
    assert "以下报道含有其中一部分" not in read(client, "/search/?q=鲸鱼 海豚")


def test_a_line_break_within_quotes_is_one_of_the_print(client: Client) -> None:
    broken, whole = (re.findall("<h1>.*?</h1>", read(client, f"/search/?q=“{run}”")) for run in ("送清%0A凉", "送清凉"))
    assert broken == whole == ["<h1>2 篇</h1>"]


@pytest.mark.parametrize(
    "address", ["/search/?q=%00", "/search/?p=abc&year=x&region=<script>", "/search/?q=<script>alert(1)</script>"]
)
def test_junk_in_the_address_is_no_error_and_is_escaped(client: Client, address: str) -> None:
    assert "<script>alert" not in read(client, address)
    assert "<script>&" not in read(client, address)


def test_results_need_a_fixed_number_of_queries(client: Client, django_assert_max_num_queries) -> None:
    for n in range(15):
        add_report(f"多篇{n}", "工会。", city="510500", initiative="送清凉", newspaper="甲报")
    with django_assert_max_num_queries(25):
        client.get("/search/", {"q": "工会", "region": "510000", "year": "2013"})


def test_the_link_of_a_hit_brings_the_query_along(client: Client, reports: dict[str, Article]) -> None:
    page = read(client, "/search/?q=两个普遍")
    assert f"/articles/{reports['luzhou'].pk}/?q=%E4%B8%A4" in page


def test_a_programme_renamed_is_shown_by_its_new_name_at_once(client: Client) -> None:
    Initiative.objects.filter(name="送清凉").update(name="夏日送清凉")
    assert "夏日送清凉" in read(client, "/search/?q=送清凉")


def test_the_programme_filter_narrows_the_values(client: Client) -> None:
    page = read(client, "/search/?q=&programme_filter=清凉")
    facet = page[page.index("programme_filter") :]
    assert "送清凉" in facet


def test_a_damaged_index_is_said_and_given_to_the_worker(client: Client, monkeypatch) -> None:
    queued = []

    def damaged(*_: object, **__: object) -> None:
        raise IndexDamagedError("gone")

    monkeypatch.setattr("search.find._run", damaged)
    monkeypatch.setattr("search.views.async_task", lambda *arguments, **_: queued.append(arguments))
    assert client.get("/search/", {"q": "工会"}).status_code == 503
    assert client.get("/").status_code == 503
    assert queued == [("search.jobs.repair_index", "tantivy")]
