"""Reports of many places and programmes: every value is counted once for each of them, whichever engine counts."""

from collections.abc import Callable

import pytest

from archive.models import Article, ArticleCity, ArticleInitiative, City, Initiative, Newspaper, Province
from search.find import find
from search.request import SearchRequest

pytestmark = pytest.mark.django_db

CITIES = ("110100", "120100", "130100", "130200", "130300", "140100", "150100")
PROGRAMMES = ("两个普遍", "送清凉", "金秋助学", "职工书屋", "工资集体协商")


def add_vocabulary() -> None:
    for code in sorted({f"{city[:2]}0000" for city in CITIES}):
        Province.objects.create(code=code, name=f"省{code}", short_name=code, abbreviation=code[:1])
    for code in CITIES:
        City.objects.create(code=code, name=f"市{code}", level="city", province_id=f"{code[:2]}0000")
    for name in PROGRAMMES:
        Initiative.objects.create(name=name, slug=name, category="组织建设", scope="national")
    Newspaper.objects.create(name="甲报", slug="jia")


def add_report(places: tuple[str, ...], programmes: tuple[str, ...], newspaper: bool = True) -> Article:
    article = Article.objects.create(
        headline="工会送清凉", body="工会走进工地。", newspaper=Newspaper.objects.get() if newspaper else None
    )
    Article.objects.filter(pk=article.pk).update(status="published")
    for code in places:
        ArticleCity.objects.create(article=article, province_id=f"{code[:2]}0000", city_id=code)
    for name in programmes:
        ArticleInitiative.objects.create(article=article, initiative=Initiative.objects.get(name=name))
    return article


@pytest.fixture(scope="module", autouse=True)
def reports(fill_archive: Callable) -> None:
    def add() -> None:
        add_vocabulary()
        add_report(CITIES, PROGRAMMES)
        add_report(CITIES[2:6], PROGRAMMES[1:2])
        add_report(CITIES[2:5], (), newspaper=False)
        add_report((), PROGRAMMES[:3])

    fill_archive(add)


def test_a_province_counts_a_report_once_however_many_of_its_cities_it_names(engine: str) -> None:
    counts = dict(find(SearchRequest("工会"), engine).counts["region"])
    assert counts == {
        "110000": 1, "110100": 1, "120000": 1, "120100": 1, "130000": 3, "130100": 3, "130200": 3, "130300": 3,
        "140000": 2, "140100": 2, "150000": 1, "150100": 1,
    }  # fmt: skip


def test_every_programme_of_a_report_is_counted(engine: str) -> None:
    counts = dict(find(SearchRequest("送清凉"), engine).counts["programme"])
    assert counts == {"两个普遍": 2, "送清凉": 3, "金秋助学": 2, "职工书屋": 1, "工资集体协商": 1}


@pytest.mark.parametrize("facet", ["region", "programme"])
def test_every_count_is_the_number_of_hits_after_choosing_it(engine: str, facet: str) -> None:
    for value, count in find(SearchRequest("工会"), engine).counts[facet]:
        assert find(SearchRequest("工会", {facet: (value,)}), engine).total == count


def test_what_a_report_lacks_is_no_value(engine: str) -> None:
    answer = find(SearchRequest(), engine)
    assert answer.counts["newspaper"] == [("jia", 3)]
    assert answer.counts["year"] == [("undated", answer.total)]
