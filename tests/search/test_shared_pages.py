"""The five real pages of ../shared: a quoted run finds exactly the reports that hold it."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from archive.desk.importing import import_page
from archive.loading.reference import load_reference
from archive.models import Article
from search.find import find
from search.preparing import prepare_articles
from search.request import SearchRequest

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
RUNS = 60

pytestmark = [
    pytest.mark.shared,
    pytest.mark.django_db,
    pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not here"),
]


def as_read(text: str) -> str:
    """Punctuation and space as one blank each run, line breaks of the print gone: written apart from search/fold.py."""
    joined = re.sub(r"(?<!\n)\n(?!\n)", "", text)
    return re.sub(r"[\W_]+", " ", joined).lower()


@pytest.fixture(scope="module")
def texts(fill_archive: Callable) -> dict[int, str]:
    def add() -> dict[int, str]:
        load_reference()
        for path in sorted(PAGES.glob("*.txt")):
            import_page(path.read_text(), path.name, publish=True)
        ids = list(Article.objects.values_list("pk", flat=True))
        return {fields["id"]: as_read(fields["text"]) for fields in prepare_articles(ids)}

    return fill_archive(add)


def some_runs(texts: dict[int, str]) -> list[str]:
    """Return runs of 2 to 12 characters from all over the reports, always the same."""
    choose = random.Random(20131)
    runs: list[str] = []
    while len(runs) < RUNS:
        text = choose.choice(list(texts.values()))
        start = choose.randrange(len(text) - 12)
        run = text[start : start + choose.randint(2, 12)].strip()
        if len(run) >= 2:
            runs.append(run)
    return runs


def found(text: str, engine: str) -> set[int]:
    return {article.pk for article, _ in find(SearchRequest(text), engine, page_size=50).hits}


@pytest.mark.parametrize("engine", settings.SEARCH_ENGINES)
def test_a_quoted_run_finds_exactly_the_reports_that_hold_it(texts: dict[int, str], engine: str) -> None:
    for run in some_runs(texts):
        assert found(f"“{run}”", engine) == {pk for pk, text in texts.items() if run in text}, run


@pytest.mark.parametrize("engine", settings.SEARCH_ENGINES)
def test_the_pages_are_found_by_words_names_and_programmes(texts: dict[int, str], engine: str) -> None:
    assert len(texts) == 24
    assert found("工会", engine) == {pk for pk, text in texts.items() if "工会" in text}
    assert found("“两个普遍”", engine) == {pk for pk, text in texts.items() if "两个普遍" in text}
    counts = find(SearchRequest("", {"region": ("510000",)}), engine).counts
    assert dict(counts["year"]) == {"2013": 4, "undated": 1}


def test_both_engines_find_the_same(texts: dict[int, str]) -> None:
    for run in some_runs(texts)[:20]:
        for text in (run, f"“{run}”", f"-{run}", f"headline:{run}"):
            assert found(text, "tantivy") == found(text, "whoosh"), text
