"""A disk without room: the database is told to grow no more, and fails as it does then."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the database grow no more, as on a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite can be told to grow no more")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
