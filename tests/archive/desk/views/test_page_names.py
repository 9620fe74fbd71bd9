"""What a page is called on the work list that does not say which it is."""

import datetime
import re

from archive.desk.splitting.opening import open_split
from archive.models import Newspaper, Page, Split
from tests.archive.desk.splitting.made_up_page import open_made_up_split

DESK = "/desk/"


def page_titles(client) -> list[str]:
    return re.findall(r'<a href="/desk/pages/\d+/split/">(.*?)</a>', client.get(DESK).text)


def test_a_page_that_does_not_say_which_it_is_goes_by_its_first_headline(editor):
    page = open_made_up_split().page
    assert page_titles(editor) == ["河湾市总工会把夜校办进车间"]
    page.newspaper, page.date = Newspaper.objects.create(name="样报"), datetime.date(2013, 9, 23)
    page.date_precision = "day"
    page.save()
    assert page_titles(editor) == ["河湾市总工会把夜校办进车间"]
    assert "样报 2013年9月23日 版次不详" in editor.get(DESK).text
    page.number = 4
    page.save()
    assert page_titles(editor) == ["样报 2013年9月23日 第4版"]


def test_a_first_headline_that_is_a_whole_text_by_mistake_is_cut(editor):
    open_split(Page.objects.create(text=f"工会办夜校\n\n{'夜校办进车间' * 50}。"))
    split = Split.objects.get()
    split.draft["articles"] = [{"key": 1, "under": None, "kind": None, "lines": [[3, "headline"], [1, "kicker"]]}]
    split.save()
    assert page_titles(editor) == [f"{('夜校办进车间' * 50)[:80]}…"]


def test_a_page_without_a_headline_goes_by_its_file(editor):
    page = Page.objects.create(text="没有主题的一段话。", source_name="<b>一版.txt")
    open_split(page)
    assert page_titles(editor) == ["&lt;b&gt;一版.txt"]
