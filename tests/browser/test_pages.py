"""The pages one comes to from the results: article, programme, region, newspaper, help."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import HAN, search_path, total


def test_an_article_marks_the_words_one_came_with(open_page):
    page = open_page(search_path("工会"))
    page.locator(".hit h2 a").first.click()
    page.wait_for_url("**/articles/**")
    assert set(page.locator("main mark").all_inner_texts()) == {"工会"}


def test_an_article_opened_by_itself_has_no_marks(open_page, paths):
    assert open_page(paths["article"]).locator("main mark").count() == 0


def test_a_programme_tells_its_other_names_and_leads_to_its_reports(open_page, paths):
    page = open_page(paths["programme"])
    assert page.locator("h1").inner_text()
    page.locator('main a[href*="/search/?"]').first.click()
    page.wait_for_url("**/search/?*programme=*")
    assert total(page) > 0


def test_a_region_leads_to_its_reports(open_page):
    page = open_page("/regions/510000/")
    assert "四川" in page.locator("h1").inner_text()
    assert page.locator('main a[href^="/articles/"]').count() > 0


def test_an_address_can_be_cut_from_the_right(open_page, paths):
    address = paths["page"]
    while address.count("/") > 2:
        assert open_page(address).locator("h1").inner_text()
        address = re.sub(r"[^/]+/$", "", address)


@pytest.mark.parametrize("name", ["home", "results", "article", "programmes", "regions", "help"])
def test_in_english_no_chinese_is_left_in_the_interface(name, open_page, paths):
    page = open_page(paths[name])
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith(paths[name])
    words = page.locator("header nav, footer, h1, .facet > h2, label, .sorts").all_inner_texts()
    left = [text for text in words if HAN.search(text.replace("中文", ""))]
    assert left == ([] if name != "article" else [page.locator("h1").inner_text()])


def test_a_chosen_language_is_kept_and_can_be_taken_back(open_page):
    page = open_page("/")
    page.get_by_role("button", name="English").click()
    page.goto("/help/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_printed_article_leaves_the_site_behind(open_page, paths):
    page = open_page(paths["article"])
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator("header nav").is_visible()


def test_the_first_editor_logs_in_and_adds_an_article_that_is_found(open_page, archive):
    page = open_page("/login/")
    page.locator("input[name=username]").fill(archive.editor)
    page.locator("input[name=password]").fill(archive.password)
    page.locator("main form button, main form input[type=submit]").first.click()
    page.wait_for_url(archive.url + "/")
    page.goto("/admin/archive/article/add/")
    page.locator("[name=headline]").fill("蓝色鹈鹕班组上岗")
    page.locator("[name=body]").fill("一支以蓝色鹈鹕为名的班组今天上岗。")
    page.locator("[name=status]").select_option("published")
    page.locator("[name=_save]").first.click()
    page.wait_for_url("**/admin/archive/article/")
    page.goto(search_path("“蓝色鹈鹕”"))
    assert total(page) == 1
