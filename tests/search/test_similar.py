"""Reports like another one: by content, without its versions and its page."""

import pytest

from archive.models import Article, ComparedPair, Page, Status
from search.similar import find_similar
from tests.archive.desk.reprints import EDITED, REPORT, SAME_PROGRAMME
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db

NEWCOMERS = "乡镇工会招聘一批职业化工会干部，先培训三个月，再到企业联合会上岗，考核合格才续聘。"
BODIES = {
    "report": REPORT,
    "reprint": EDITED,
    "same programme": SAME_PROGRAMME,
    "tents": "高温津贴按月发放，工地午休时架起折叠床，藿香正气水和绿豆汤摆在遮阳帽旁边，打桩的钢筋工说不用靠墙打盹。",
    "newcomers": NEWCOMERS,
    "newcomers again": "招聘来的职业化工会干部在企业联合会上岗，培训和考核由乡镇工会负责，合格的续聘三年。",
    "library": "职工书屋添了新书，借阅的人比去年多一倍。",
    "alone": "灯塔看守人养了一只鹦鹉。",
}
KITES = ["山上", "海边人家", "学校操场边", "老城墙下", "春天的河滩", "小镇集市", "公园门口"]


@pytest.fixture(scope="module")
def articles(fill_archive) -> dict[str, Article]:
    """Made-up reports by their key, in the database and in both indexes."""

    def add() -> dict[str, Article]:
        add_vocabulary()
        kites = {place: f"{place}有人放风筝，风筝像蜈蚣，也像蝴蝶。" * (1 + n) for n, place in enumerate(KITES)}
        return {key: add_report(key, body) for key, body in (BODIES | kites).items()}

    return fill_archive(add)


@pytest.fixture
def find(engine, articles):
    """Ask for the reports like one; get the keys of its versions and of the others."""
    names = {article.pk: key for key, article in articles.items()}

    def find(key: str) -> tuple[list[str], list[str]]:
        similar = find_similar(Article.objects.get(pk=articles[key].pk), engine)
        return [names[one.pk] for one in similar.versions], [names[one.pk] for one in similar.others]

    return find


def test_a_report_of_the_same_matter_is_like_it(find):
    assert find("newcomers") == ([], ["newcomers again"])
    assert find("newcomers again") == ([], ["newcomers"])


def test_a_reprint_is_a_version_and_not_a_similar_report(find):
    versions, others = find("report")
    assert versions == ["reprint"]
    assert others[0] == "tents"
    assert "newcomers" not in others


def test_versions_of_one_report_are_shown_once(find):
    _versions, others = find("tents")
    assert len({"report", "reprint"} & set(others)) == 1


def test_a_report_with_nothing_in_common_has_none_like_it(find):
    assert find("alone") == ([], [])


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.WITHDRAWN])
def test_a_report_that_readers_may_not_see_is_not_shown(status, find, articles):
    Article.objects.filter(pk=articles["newcomers again"].pk).update(status=status)
    Article.objects.filter(pk=articles["reprint"].pk).update(status=status)
    assert find("newcomers") == ([], [])
    assert find("report")[0] == []


def test_the_neighbours_on_the_page_are_left_out(find, articles):
    page = Page.objects.create(text="原文")
    Article.objects.filter(pk__in=[articles["newcomers"].pk, articles["newcomers again"].pk]).update(page=page)
    assert find("newcomers") == ([], [])


def test_at_most_five_are_shown(find, articles):
    for article in Article.objects.filter(headline__in=KITES):
        for other in Article.objects.filter(headline__in=KITES, pk__gt=article.pk):
            ComparedPair.objects.create(first=article, second=other)
    versions, others = find(KITES[0])
    assert versions == []
    assert len(others) == 5
    assert set(others) < set(KITES)


def test_the_page_of_a_report_shows_both(client, articles):
    html = client.get(articles["report"].get_absolute_url()).content.decode()
    versions = html.partition("这篇报道的其他版本")[2].partition("</section>")[0]
    others = html.partition("相似的报道")[2].partition("</section>")[0]
    assert articles["reprint"].get_absolute_url() in versions
    assert articles["reprint"].get_absolute_url() not in others
    assert articles["tents"].get_absolute_url() in others


def test_similar_reports_take_few_queries_whatever_their_number(engine, articles, django_assert_max_num_queries):
    article = Article.objects.get(pk=articles["report"].pk)
    with django_assert_max_num_queries(6):
        find_similar(article, engine)
