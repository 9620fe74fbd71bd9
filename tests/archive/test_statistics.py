"""SQLite is told how large its tables are, and begins a search where few rows are."""

import pytest
from django.db import connection

from archive.models import Article, ArticleCity, City, Province
from archive.statistics import gather_statistics
from archive.views.counts import articles_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL gathers its statistics by itself"),
]


@pytest.fixture
def city():
    """A city with one report of many."""
    province = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    cities = [City(code=f"51{n:02}00", name=f"第{n}市", level="city", province=province) for n in range(1, 41)]
    City.objects.bulk_create(cities)
    articles = Article.objects.bulk_create(Article(headline=f"报道{n}", status="published") for n in range(400))
    ArticleCity.objects.bulk_create(
        ArticleCity(article=article, city=cities[n % 39 + 1 if n else 0], province=province)
        for n, article in enumerate(articles)
    )
    return cities[0]


def first_step(city):
    return articles_in(city).order_by().explain().splitlines()[0]


def test_the_reports_of_a_city_are_found_by_their_links(city):
    assert "status=?" in first_step(city)
    gather_statistics()
    assert "status=?" not in first_step(city)


def test_gathering_again_changes_nothing(city):
    def statistics():
        with connection.cursor() as cursor:
            return sorted(cursor.execute("SELECT tbl, idx, stat FROM sqlite_stat1").fetchall())

    gather_statistics()
    before = statistics()
    gather_statistics()
    assert statistics() == before
