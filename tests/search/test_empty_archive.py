"""An archive without a single report: the first look of a new one."""

from collections.abc import Callable

import pytest
from django.test import Client

from search.find import find
from search.request import SearchRequest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def nothing(fill_archive: Callable) -> None:
    """Indexes of no articles."""
    fill_archive(lambda: None)


def test_home_says_that_there_is_nothing(client: Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "档案里还没有报道" in page.content.decode()


@pytest.mark.parametrize(
    "address", ["/search/", "/search/?q=x", "/search/?region=510000&year=2013", "/search/?sort=newest"]
)
def test_results_are_a_page_too(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("text", ["", "工会", "“两个普遍”", "-工会", "year:2013"])
def test_every_query_finds_nothing(engine: str, text: str) -> None:
    answer = find(SearchRequest(text), engine)
    assert answer.total == 0
    assert all(not counts for counts in answer.counts.values())
