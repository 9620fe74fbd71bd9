"""The results page: a query, its choices, its address."""

import pytest
from playwright.sync_api import expect

from tests.browser.pressing import press
from tests.browser.reading import choose, facet, read_state, search_path, total


def test_a_search_finds_reports_and_marks_the_words(open_page):
    page = open_page("/")
    page.get_by_role("combobox", name="检索报道").fill("工会")
    press(page, "Enter")
    page.wait_for_url("**/search/?q=*")
    assert total(page) > 0
    assert set(page.locator(".hit mark").all_inner_texts()) == {"工会"}


@pytest.mark.parametrize("query", ["“两个普遍”", '"两个普遍"', "「两个普遍」"])
def test_a_quoted_run_is_marked_in_every_hit(query, open_page):
    page = open_page(search_path(query))
    hits = page.locator(".hit")
    assert hits.count() > 0
    assert hits.filter(has=page.locator("mark", has_text="两个普遍")).count() == hits.count()


def test_below_few_hits_stand_those_that_hold_some_of_the_words(open_page):
    page = open_page(search_path("农民工 追讨工资 内江"))
    below = page.get_by_role("region", name="含有其中一部分的报道")
    assert 0 < total(page) < page.locator(".hit").count()
    below.get_by_role("heading", level=3).first.get_by_role("link").click()
    page.wait_for_url("**relaxed=1#mark-1")
    expect(page.locator("#mark-1")).to_be_in_viewport()


def test_counts_beside_the_choices_are_the_numbers_of_reports_after_them(open_page):
    page = open_page(search_path("工会"))
    before = total(page)
    in_region = choose(page, "region", "510000")
    assert total(page) == in_region < before
    year = page.locator("a.year-bar").first.get_attribute("id").removeprefix("year-bar-")
    in_year = choose(page, "year", year)
    assert total(page) == in_year <= in_region


def test_a_choice_is_given_up_by_its_chip(open_page):
    page = open_page(search_path("工会"))
    before = read_state(page)
    choose(page, "region", "510000")
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert read_state(page) == before


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_words_searched_as_typed_are_given_up_by_their_chip(java_script_enabled, open_page):
    page = open_page(search_path("夏送清凉"), java_script_enabled=java_script_enabled)
    before, number = read_state(page), total(page)
    page.get_by_role("link", name="只查原词").click()
    expect(page.locator(".chip")).to_have_text("只查原词 ×")
    assert total(page) < number
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert read_state(page) == before


def test_every_state_is_an_address_that_opens_the_same_state(open_page):
    page = open_page(search_path("工会"))
    for name, value in [("region", "510000"), ("genre", "news")]:
        choose(page, name, value)
        assert read_state(open_page(page.url)) == read_state(page)


def test_the_back_button_gives_up_the_last_choice(open_page):
    page = open_page(search_path("工会"))
    before = read_state(page)
    choose(page, "region", "510000")
    page.go_back()
    expect(page.locator("#region-510000")).not_to_have_attribute("aria-current", "true")
    assert read_state(page) == before


def test_a_range_of_years_is_kept_with_the_query(open_page):
    page = open_page(search_path("工会"))
    page.get_by_label("从哪一年").fill("2010")
    page.get_by_label("到哪一年").fill("2013")
    page.locator(".year-range").get_by_role("button", name="限定").click()
    page.wait_for_url("**year_from=2010*")
    years = page.locator(".year-list [aria-current=true]")
    assert page.get_by_role("combobox", name="检索报道").first.input_value() == "工会"
    assert set(years.evaluate_all("links => links.map(link => link.id)")) <= {
        f"year-{year}" for year in range(2010, 2014)
    }


def test_a_chosen_range_of_years_stays_in_its_boxes_to_be_changed(open_page):
    page = open_page(f"{search_path('工会')}&year=2012..2013")
    first, last = page.get_by_label("从哪一年"), page.get_by_label("到哪一年")
    expect(first).to_have_value("2012")
    expect(last).to_have_value("2013")
    last.fill("2014")
    page.locator(".year-range").get_by_role("button", name="限定").click()
    page.wait_for_url("**year_to=2014*")
    expect(page.locator(".chip")).to_have_text("2012—2014 ×")


def test_programmes_are_found_by_a_part_of_their_name(open_page):
    page = open_page(search_path("工会"))
    programmes = page.locator('.facet-values a[id^="programme-"]')
    label = programmes.first.locator("span").first.inner_text()
    page.get_by_label("在项目名称中找").fill(label[:2])
    page.get_by_role("button", name="找", exact=True).click()
    page.wait_for_url("**programme_filter=*")
    assert all(label[:2] in text for text in programmes.locator("span:first-child").all_inner_texts())


def test_the_next_page_goes_on_where_this_one_ends(open_page):
    page = open_page("/search/")
    first = read_state(page)
    page.locator('a[href*="p=2"]').first.click()
    expect(page.locator("ol.items")).to_have_attribute("start", "21")
    assert not set(first.hits) & set(read_state(page).hits)


def test_nothing_found_says_so_and_offers_ways_on(open_page):
    page = open_page(search_path("qzxjkvw"))
    assert total(page) == 0
    assert page.locator(".no-hits a").count() > 0


@pytest.mark.parametrize(
    "query",
    ["鼋" * 300, '"' * 300, "((((" * 75, "AND OR NOT " * 27, "year:" * 60, "*?~^[]{}:\\/" * 27, "<script>" * 37],
    ids=["rare", "quotes", "brackets", "operators", "fields", "signs", "markup"],
)
def test_three_hundred_characters_of_nonsense_are_answered(query, open_page):
    page = open_page(search_path(query))
    assert page.locator("#results h1").inner_text()
    assert page.get_by_role("combobox", name="检索报道").first.input_value() == query.strip()


def test_without_scripts_everything_works(open_page):
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("searchbox", name="检索报道").fill("工会")
    press(page, "Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator(".facets-fold > summary").filter(visible=True).or_(page.locator("h1")).first.click()
    page.locator("#region-510000").click()
    page.wait_for_url("**region=510000*")
    assert page.locator("#region-510000").get_attribute("aria-current") == "true"
    assert total(page) > 0


def test_a_narrow_window_folds_the_choices_and_opens_them(open_page):
    page = open_page(search_path("工会"), viewport={"width": 390, "height": 844})
    assert not page.locator("#region-510000").is_visible()
    page.locator(".facets-fold > summary").click()
    assert page.locator("#region-510000").is_visible()


def test_the_focus_stays_on_the_choice_that_was_made(open_page):
    page = open_page(search_path("工会"))
    facet(page, "region", "510000").focus()
    press(page, "Enter")
    expect(page.locator("#region-510000")).to_have_attribute("aria-current", "true")
    expect(page.locator("#region-510000")).to_be_focused()
