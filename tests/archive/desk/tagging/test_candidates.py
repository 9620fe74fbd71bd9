"""Articles that may hold a name: found whatever stands between its characters, in whatever width."""

import pytest

from archive.desk.tagging.candidates import find_candidates
from tests.archive.desk.tagging.articles import add_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("送清凉", "各地送清凉。"),
        ("面心实", "开展“面 心\n实”活动。"),
        ("“面心实”活动", "开展面心实活动。"),
        ("12351", "拨打１２３５１热线。"),
        ("1+1群", "“1＋1”群就业"),
        ("OK工会", "ok工会"),
        ("送清凉、送安全", "送清凉，送安全"),
    ],
)
def test_an_article_is_found_by_a_name_as_folding_reads_it(name, body):
    article = add_article("标题", body)
    assert find_candidates([name]) == [article.pk]


@pytest.mark.parametrize("field", ["kicker", "headline", "subhead"])
def test_headings_are_looked_through(field):
    article = add_article("标题")
    setattr(article, field, "夏送清凉")
    article.save()
    assert find_candidates(["送清凉", "无关"]) == [article.pk]


@pytest.mark.parametrize("name", ["", "“”", "送", "无关", ".*", "[", "(" * 50, "a|清凉"])
def test_names_that_no_article_can_hold_find_none(name):
    add_article("送清凉", "送清凉。")
    assert find_candidates([name]) == []


def test_the_newest_comes_first():
    articles = [add_article("送清凉") for _ in range(3)]
    assert find_candidates(["清凉"]) == [article.pk for article in reversed(articles)]
