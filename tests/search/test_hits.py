"""The articles of a list of hits: what it shows of them, and with how few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Article, ArticleCity, ArticleInitiative, City, Initiative, Province, Status
from search.hits import load_hits
from search.regions import read_regions

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    """An article about a district, a city and a province, that reports on two programmes."""
    sichuan = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    luzhou = City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)
    jiangyang = City.objects.create(code="510502", name="江阳区", level="district", province=sichuan, parent=luzhou)
    article = Article.objects.create(headline="送清凉", status=Status.PUBLISHED)
    for city in (jiangyang, luzhou, None):
        ArticleCity.objects.create(article=article, province=sichuan, city=city)
    for name in ("送清凉", "金秋助学"):
        initiative = Initiative.objects.create(name=name, category="困难帮扶", scope="national")
        ArticleInitiative.objects.create(article=article, initiative=initiative)
    return article


def test_a_hit_names_its_places_as_the_links_themselves_do(article: Article) -> None:
    lines = [place.line for place in load_hits([article.pk])[article.pk].places]
    assert lines == ["四川泸州市江阳区", "四川泸州市", "四川"]
    assert lines == [link.line for link in article.city_links.all()]


def test_a_hit_leads_to_its_programmes(article: Article) -> None:
    programmes = [link.initiative for link in load_hits([article.pk])[article.pk].programmes]
    assert [one.name for one in programmes] == ["送清凉", "金秋助学"]
    assert [one.get_absolute_url() for one in programmes] == [
        link.initiative.get_absolute_url() for link in article.initiative_links.all()
    ]


def test_hits_are_loaded_in_three_queries(article: Article) -> None:
    read_regions()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        load_hits([article.pk])
    assert len(queries) == 3


def test_a_region_that_another_process_added_a_moment_ago_is_named(article: Article) -> None:
    read_regions()
    # A bulk change sends no signal in this process, as a change in another one does not.
    City.objects.bulk_create([City(code="510503", name="纳溪区", level="district", province_id="510000")])
    ArticleCity.objects.create(article=article, province_id="510000", city_id="510503")
    assert load_hits([article.pk])[article.pk].places[-1].line == "四川纳溪区"


def test_an_article_that_was_withdrawn_is_no_hit(article: Article) -> None:
    article.status = Status.WITHDRAWN
    article.save()
    assert load_hits([article.pk]) == {}
