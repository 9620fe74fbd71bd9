"""How the contract asks an engine: for the keys of the reports found, or for the whole answer."""

import pytest

from archive.models import Article
from search.engines.contract import Sort
from search.find import Answer, find
from search.request import SearchRequest


@pytest.fixture
def ask(engine: str, reports: dict[str, Article]):
    """Ask the engine and get the keys of the reports found, in order."""
    names = {article.pk: key for key, article in reports.items()}

    def ask(text: str = "", sort: Sort = Sort.RELEVANCE, size: int = 20, number: int = 1, **choices: str) -> list[str]:
        request = SearchRequest(text, {facet: tuple(v.split()) for facet, v in choices.items()}, sort, number)
        return [names[article.pk] for article, _ in find(request, engine, size).hits]

    return ask


@pytest.fixture
def answer(engine: str, reports: dict[str, Article]):
    """Ask the engine and get its whole answer."""

    def answer(text: str = "", **choices: str) -> Answer:
        return find(SearchRequest(text, {facet: tuple(v.split()) for facet, v in choices.items()}), engine)

    return answer
