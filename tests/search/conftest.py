"""Real indexes for the tests of the search: filled once a module, from articles in the test database."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from haystack import connections
from pytest_django import DjangoDbBlocker

from archive.models import Article
from search.engines.backend import ArchiveSearchBackend
from search.rebuild import rebuild
from search.regions import forget_regions
from tests.indexes import take_indexes_away
from tests.search.reports import add_reports, add_vocabulary


def empty_archive() -> None:
    """Delete all rows that a module committed, the history of deleted ones too."""
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(params=settings.SEARCH_ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return request.param


@pytest.fixture
def backend(engine: str) -> ArchiveSearchBackend:
    """The backend of each engine."""
    return connections[engine].get_backend()


@pytest.fixture(scope="module")
def fill_archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable]:
    """Commit articles for a whole module and build every engine's index of them."""

    def fill(add: Callable[[], object]) -> object:
        take_indexes_away()  # else it would be filled first, and then built anew
        with django_db_blocker.unblock():
            with transaction.atomic():  # the suggestions are refreshed once, not after every article
                added = add()
            forget_regions()
            for name in settings.SEARCH_ENGINES:
                rebuild(name)
            return added

    yield fill
    with django_db_blocker.unblock():
        empty_archive()


@pytest.fixture(scope="module")
def reports(fill_archive: Callable) -> dict[str, Article]:
    """The reports of reports.py, by their key, in the database and in both indexes."""

    def add() -> dict[str, Article]:
        add_vocabulary()
        return add_reports()

    return fill_archive(add)
