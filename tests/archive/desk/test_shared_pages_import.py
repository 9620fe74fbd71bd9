"""The five real pages of ../shared come out as their 24 articles."""

import json
from collections.abc import Iterator

import pytest
from django.core.management import call_command

from archive.desk.importing import ImportReport, import_page
from archive.desk.vocabulary import load_vocabulary
from archive.loading.reference import load_reference
from archive.models import Article
from tests.archive.shared_pages import GOLD, needs_shared_pages, read_shared_pages

pytestmark = [pytest.mark.shared, pytest.mark.django_db, needs_shared_pages]

PLACES = {
    "000": ["泸州市", "内江市", "南充市", "绵阳市"],
    "001": ["阜新市", "南通市", "南通市"],
    "002": ["渝北区", "重庆市", "九龙坡区", "北碚区"],
    "003": ["长治市"],
    "004": [
        *("遂宁市", "抚顺市", "秦皇岛市", "南通市", "十堰市", "梅河口市", "拉萨市", "包河区", "呈贡区", "大连市"),
        *("", "淄博市"),
    ],
}


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker) -> Iterator[dict[str, ImportReport]]:
    with django_db_blocker.unblock():
        load_reference()
        vocabulary = load_vocabulary()
        yield {
            name[:3]: import_page(data.decode(), name, publish=True, vocabulary=vocabulary)
            for name, data in read_shared_pages()
        }
        call_command("flush", interactive=False, verbosity=0)


def place_of(article: Article) -> str:
    return "、".join(str(link.place) for link in article.city_links.all())


def test_every_page_has_its_articles_at_their_places(reports):
    assert {name: [place_of(article) for article in report.articles] for name, report in reports.items()} == PLACES


def test_six_articles_are_briefs_under_one_heading_and_two_are_pictures(reports):
    articles = reports["004"].articles
    briefs = [article for article in articles if article.genre == "brief"]
    assert len(briefs) == 6
    assert len({article.kicker for article in briefs}) == 1
    assert [article.order for article in articles if article.genre == "photo"] == [8, 10]


def test_a_municipality_is_linked_as_a_whole(reports):
    [link] = reports["002"].articles[1].city_links.all()
    assert (link.province_id, link.city) == ("500000", None)


@pytest.mark.parametrize("name", ["000", "004"])
def test_people_are_those_of_the_gold(reports, name):
    [gold] = GOLD.glob(f"{name}_*.json")
    expected = [set(article["people"]) for article in json.loads(gold.read_text())["articles"]]
    found = [{person.name for person in article.people.all()} for article in reports[name].articles]
    assert found == expected


def test_the_day_is_known_only_where_it_is_printed(reports):
    assert {name: str(report.page.date) for name, report in reports.items() if report.page.date} == {
        "000": "2013-09-23"
    }
    assert reports["000"].page.number == 4


def test_every_place_and_programme_rests_on_words_of_its_page(reports):
    for report in reports.values():
        printed = "".join(report.page.text.replace("<sub>", "").replace("</sub>", "").split())
        for article in report.articles:
            for link in (*article.city_links.all(), *article.initiative_links.all()):
                assert "".join(link.evidence.split()) in printed
