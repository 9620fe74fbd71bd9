"""What an article refuses, and what it says of itself."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Article, ArticleCity, City, Province
from archive.signals import articles_changed


@pytest.fixture
def luzhou(db) -> City:
    sichuan = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    return City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)


@pytest.fixture
def told(db):
    """The keys of articles that listeners were told of."""
    keys: list[int] = []

    def listen(ids: list[int], **_: object) -> None:
        keys.extend(ids)

    articles_changed.connect(listen)
    yield keys
    articles_changed.disconnect(listen)


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("day", "2013年9月23日"), ("month", "2013年9月"), ("year", "2013年"), ("unknown", "日期不详")],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(precision, shown):
    article = Article(date=datetime.date(2013, 9, 23), date_precision=precision)
    assert article.display_date == shown


@pytest.mark.parametrize(("date", "precision"), [(None, "day"), (datetime.date(2013, 1, 1), "unknown")])
def test_half_a_date_is_refused(date, precision):
    with pytest.raises(ValidationError, match="有日期时要选"):
        Article(headline="题", date=date, date_precision=precision).clean()


def test_an_article_with_nothing_in_it_is_refused():
    with pytest.raises(ValidationError, match="至少要填一项"):
        Article(headline=" ", body="\n").clean()


@pytest.mark.parametrize(
    ("body", "shown"),
    [("## 小标题\n\n正文", "［无题］小标题…"), ("[图] 现场", "［无题］现场…"), ("", "［无题］")],
)
def test_an_article_without_a_headline_is_named_by_its_opening(body, shown):
    assert Article(body=body).display_headline == shown


def test_a_city_link_takes_its_province_from_the_city(luzhou):
    link = ArticleCity(article=Article.objects.create(headline="题"), city=luzhou)
    link.full_clean()
    assert link.codes == ("510000", "510500")


def test_a_place_link_needs_a_place(db):
    with pytest.raises(ValidationError, match="请选市县或省级地区"):
        ArticleCity(article=Article.objects.create(headline="题")).clean()


def test_a_change_of_many_articles_tells_of_each(told):
    articles = Article.objects.bulk_create([Article(headline="一"), Article(headline="二")])
    keys = sorted(article.pk for article in articles)
    assert sorted(told) == keys
    told.clear()
    Article.objects.update(status="published")
    assert sorted(told) == keys


def test_a_changed_link_tells_of_its_article(told, luzhou):
    article = Article.objects.create(headline="题")
    told.clear()
    article.city_links.create(city=luzhou, province=luzhou.province)
    article.people.create(name="李明")
    assert told == [article.pk, article.pk]


def test_a_renamed_city_tells_of_its_articles(told, luzhou):
    article = Article.objects.create(headline="题")
    article.city_links.create(city=luzhou, province=luzhou.province)
    told.clear()
    luzhou.name = "江阳市"
    luzhou.save()
    assert told == [article.pk]


def test_a_longer_list_with_its_places_takes_no_more_queries(luzhou):
    def add_and_count() -> int:
        article = Article.objects.create(headline="题")
        article.city_links.create(city=luzhou, province=luzhou.province)
        with CaptureQueriesContext(connection) as queries:
            for listed in Article.objects.with_relations():
                assert [link.codes for link in listed.places] == [("510000", "510500")]
        return len(queries)

    assert add_and_count() == add_and_count()
