"""Rows of a table of keys, written without an object for each."""

import pytest

from search.models import SoundKey
from search.rows import insert_rows

pytestmark = pytest.mark.django_db

COLUMNS = ("key", "word", "weight")


def stored():
    return list(SoundKey.objects.order_by("word").values_list(*COLUMNS))


def test_rows_are_inserted_as_they_are_given():
    rows = [("gonghui", "工会", 3), ("zhigong", "职工", 7)]
    insert_rows(SoundKey, COLUMNS, rows)
    assert stored() == rows


def test_a_row_that_is_there_already_is_left_as_it_is():
    insert_rows(SoundKey, COLUMNS, [("gonghui", "工会", 3)])
    insert_rows(SoundKey, COLUMNS, [("gonghui", "工会", 9), ("zhigong", "职工", 7)])
    assert stored() == [("gonghui", "工会", 3), ("zhigong", "职工", 7)]


def test_no_rows_are_no_error():
    insert_rows(SoundKey, COLUMNS, [])
    assert stored() == []
