"""A few regions, programmes, newspapers and pages, reports to put on them, and how a reader sees a page."""

import datetime
import itertools

import pytest
from django.utils.html import strip_tags

from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    City,
    DatePrecision,
    Initiative,
    Newspaper,
    Page,
    Province,
    Status,
)


@pytest.fixture(autouse=True)
def regions(db):
    """Sichuan with Luzhou and Neijiang, a district in Luzhou; Chongqing with a district of its own."""
    sichuan = Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    chongqing = Province.objects.create(code="500000", name="重庆市", short_name="重庆", abbreviation="渝")
    luzhou = City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)
    City.objects.create(code="510502", name="江阳区", level="district", province=sichuan, parent=luzhou)
    City.objects.create(code="511000", name="内江市", level="city", province=sichuan)
    City.objects.create(code="500112", name="渝北区", level="district", province=chongqing)


@pytest.fixture
def paper():
    return Newspaper.objects.create(name="西江工人报", slug="xijiang")


@pytest.fixture
def programme():
    return Initiative.objects.create(name="送清凉", slug="songqingliang", category="服务职工", scope="national")


@pytest.fixture
def add_page():
    """Return a function that adds a page with a text of its own."""
    numbers = itertools.count()

    def add(paper=None, day="", precision=DatePrecision.DAY, **fields):
        date = datetime.date.fromisoformat(day) if day else None
        fields |= {"date": date, "date_precision": precision if date else DatePrecision.UNKNOWN}
        return Page.objects.create(newspaper=paper, text=f"原文{next(numbers)}", **fields)

    return add


@pytest.fixture
def add_report():
    """Return a function that adds a published report: `places` are codes, `day` an ISO date or empty."""

    def add(headline="送清凉", day="", places=(), programmes=(), precision=DatePrecision.DAY, **fields):
        date = datetime.date.fromisoformat(day) if day else None
        fields = {"body": "正文。", "status": Status.PUBLISHED} | fields
        fields |= {"date": date, "date_precision": precision if day else DatePrecision.UNKNOWN}
        article = Article.objects.create(headline=headline, **fields)
        for code in places:
            city = City.objects.filter(pk=code).first()
            province = city.province_id if city else code
            ArticleCity.objects.create(article=article, city=city, province_id=province, evidence=f"在{code}")
        for one in programmes:
            ArticleInitiative.objects.create(article=article, initiative=one, evidence="送去清凉")
        return article

    return add


@pytest.fixture
def read(client):
    """Return a function that opens an address and returns the text that a reader sees, in one line."""

    def read(url):
        response = client.get(url)
        assert response.status_code == 200, url
        body = response.content.decode().partition("<main")[2].partition("</main>")[0]
        return " ".join(strip_tags(f"<main{body}".replace("</li>", " </li>")).split())

    return read
