"""What attackers and careless people send to the public pages: every answer is a page with a sensible status."""

from urllib.parse import quote

import pytest
from django.test import Client

from archive.models import Article, DatePrecision, Page

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/", "/search/", "/search/suggest/", "/search/feed/", "/search/past/", "/articles/{article}/",
    "/articles/{article}/report/", "/regions/", "/regions/510000/", "/regions/510500/", "/programmes/",
    "/programmes/{programme}/", "/newspapers/", "/newspapers/jia/", "/newspapers/jia/2013-09-23/",
    "/newspapers/jia/2013-09-23/4/", "/help/",
]  # fmt: skip
PARAMETERS = [
    "q=%00&p=%00&region=%00&year=%00&date=%00..&byline=%00&programme_filter=%00",
    "q=%FF%ED%A0%80%EF%BF%BD&byline=%FF",
    f"q={quote('工' * 10_000)}&p={'9' * 10_000}&programme={'a' * 10_000}&key={'1' * 10_000}",
    "p=0&year=0000&date=2013-02-30..",
    "p=99999999999999&q=%E5%B7%A5%E4%BC%9A&sort=newest",
    "p=100000&sort=place&year_from=9999&year_to=0000",
    "date=0001-01-01..9999-12-31&year=0000..9999",
    "region=999999&programme=none&newspaper=none&genre=none&byline=none&sort=newest%27",
    "&".join(["q=a", "q=b", "p=1", "p=2", "sort=newest", "sort=oldest", "date=2013-01-01.."] * 20),
    "q=year:0000+city:%00+((((NOT+NOT+%22&literal=x&in=x&relaxed=x&days=x&quote=%00&block=%C2%B2",
    "&&&=;%zz%",
]
MISSING = ["0", "999999", "x" * 5000, "%00", "%FF", "%E5%B7%A5", "..", "2013-02-30", "0000-00-00", "9" * 30]


@pytest.fixture
def addresses(reports: dict[str, Article]) -> list[str]:
    """The public pages of the reports of reports.py, one of them on a page."""
    article = reports["luzhou"]
    page = Page(newspaper=article.newspaper, date=article.date, date_precision=DatePrecision.DAY, number=4, text="工会")
    page.save()
    Article.objects.filter(pk=article.pk).update(page=page)
    programme = article.programmes[0].initiative.slug
    return [address.format(article=article.pk, programme=programme) for address in ADDRESSES]


@pytest.mark.parametrize("parameters", PARAMETERS)
def test_odd_parameters_are_no_error(parameters: str, addresses: list[str], client: Client) -> None:
    statuses = {address: client.get(f"{address}?{parameters}").status_code for address in addresses}
    assert statuses == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "NONE"])
def test_other_methods_are_no_error(method: str, addresses: list[str]) -> None:
    client = Client(enforce_csrf_checks=True)
    statuses = {client.generic(method, address, b"\xff=%00").status_code for address in addresses}
    assert statuses <= {200, 302, 403, 405}


@pytest.mark.parametrize("name", ["past_searches", "django_language", "sessionid", "csrftoken", "messages"])
@pytest.mark.parametrize("value", ["", "\xff", "%00", ":::", ".eJw:1:2", "../x", "a" * 5000])
def test_garbage_in_cookies_is_as_none(name: str, value: str, client: Client, addresses: list[str]) -> None:
    client.cookies[name] = value
    for address in ("/search/past/", "/search/?q=a", addresses[ADDRESSES.index("/articles/{article}/")]):
        page = client.get(address, headers={"accept-language": "xx;q=zz, *, \x00"})
        assert page.status_code == 200
        assert '<html lang="zh-Hans">' in page.content.decode()


@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.parametrize(
    "address",
    ["/articles/{}/", "/articles/{}/report/", "/regions/{}/", "/programmes/{}/", "/newspapers/{}/",
     "/newspapers/jia/{}/", "/newspapers/jia/2013-09-23/{}/", "/newspapers/{}/undated/", "/scans/{}/", "/{}/"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(address: str, missing: str, client: Client, reports: object) -> None:
    page = client.get(address.format(missing))
    assert page.status_code == 404
    assert "没有这一页" in page.content.decode()
