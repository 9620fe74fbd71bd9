"""Programme names typed without quotes, over the sample archive and the real pages: widening makes no noise."""

from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from archive.desk.importing import import_page
from archive.loading.reference import load_reference
from archive.loading.sample import load_sample
from archive.models import Article, Initiative
from search.find import find
from search.fold import SEPARATOR, fold
from search.preparing import prepare_articles
from search.request import SearchRequest

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
FIRST = 5
LEAST_NAMES = 30

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def texts(fill_archive: Callable) -> dict[int, str]:
    """The folded texts of all reports by key; the real pages are among them where they are at hand."""

    def add() -> dict[int, str]:
        load_reference()
        load_sample()
        for path in sorted(PAGES.glob("*.txt")) if PAGES.is_dir() else ():
            import_page(path.read_text(), path.name, publish=True)
        ids = list(Article.objects.published().values_list("pk", flat=True))
        return {fields["id"]: fold(fields["text"]) for fields in prepare_articles(ids)}

    return fill_archive(add)


def holders(names: Collection[str], texts: dict[int, str]) -> set[int]:
    folded = [fold(name).strip(SEPARATOR) for name in names]
    return {pk for pk, text in texts.items() if any(name in text for name in folded)}


def test_reports_that_hold_a_name_or_an_alias_come_before_all_others(texts: dict[int, str], engine: str) -> None:
    judged = 0
    for initiative in Initiative.objects.prefetch_related("aliases"):
        holding = holders([initiative.name, *(alias.name for alias in initiative.aliases.all())], texts)
        hits = [article.pk for article, _score in find(SearchRequest(initiative.name), engine, page_size=200).hits]
        wanted = min(len(holding), FIRST)
        assert set(hits[:wanted]) <= holding, initiative.name
        judged += wanted > 0
    assert judged >= LEAST_NAMES
