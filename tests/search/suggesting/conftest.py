"""A small archive that can be suggested from: the reports of reports.py, signed, in the database and both indexes."""

from collections.abc import Callable

import pytest

from archive.models import Article, ArticlePerson, City, FormerName
from search.jobs import refresh_suggestions
from search.suggesting.asking import find_suggestions
from tests.search.reports import add_report, add_reports, add_vocabulary


@pytest.fixture(scope="module")
def reports(fill_archive: Callable) -> dict[str, Article]:
    """The reports, by their key; two people signed some of them, and two have numbers in their headlines."""

    def add() -> dict[str, Article]:
        add_vocabulary()
        FormerName.objects.create(
            name="江北县", code="510221", seen_from=1980, seen_until=1993, province_id="500000",
            city=City.objects.get(pk="500112"),
        )  # fmt: skip
        reports = add_reports()
        add_report("推行“1+1”模式", "一带一。", "2001-01-01")
        add_report("第1次为1人维权", "讨回欠薪。", "2001-01-02")
        for key, name in (
            ("luzhou", "曾红"),
            ("heat", "曾红"),
            ("yubei", "单雄"),
            ("draft", "草青"),
            ("withdrawn", "草青"),
        ):
            ArticlePerson.objects.create(article=reports[key], name=name, role="本报记者")
        refresh_suggestions()
        return reports

    return fill_archive(add)


@pytest.fixture
def labels(reports: dict[str, Article], engine: str) -> Callable[..., list[str]]:
    """Return the labels that are suggested with each engine, of all kinds or of one."""

    def labels(text: str, kind: str = "") -> list[str]:
        groups = [group for group in find_suggestions(text, engine) if kind in ("", group.kind)]
        return [suggestion.label for group in groups for suggestion in group.suggestions]

    return labels
