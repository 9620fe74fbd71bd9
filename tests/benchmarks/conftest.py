"""A small corpus in the test database, and every system's index of it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from archive.loading.reference import load_reference
from benchmarks.corpus import Corpus
from benchmarks.database import add_articles
from benchmarks.one_system import SYSTEMS
from benchmarks.reference import read_reference

ARTICLES = 50


@pytest.fixture(scope="package")
def corpus(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Corpus]:
    """The corpus, in a transaction that is rolled back after the last test of the folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference()
        corpus = Corpus(read_reference(), ARTICLES)
        add_articles(corpus)
        yield corpus
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def systems(corpus: Corpus) -> dict:
    """Every system, its index built."""
    built = {name: make() for name, make in SYSTEMS.items()}
    for system in built.values():
        system.build()
    return built
