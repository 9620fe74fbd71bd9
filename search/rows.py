"""Rows of a table of keys -> the database, without an object for each: tens of thousands come at once."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def insert_rows(table: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows, each the values of these columns in order; one that is there already is left as it is."""
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    places = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quote(table._meta.db_table)} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608 names of our own tables
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
