"""Reports -> their families: whatever in the archive may have the text of one of them, or of one of these."""

from collections.abc import Collection, Iterator

from django.db import connection

# A report of a larger family, and a fingerprint that so many have, are looked at on their own page alone. Copies with
# half of the text and more share at least this many of 24 fingerprints; of reports of one kind hardly two share four.
_LARGEST = 50
_TOO_COMMON = 50
_LEAST_SHARED = 5

_PAIRS = """
    WITH rare AS MATERIALIZED (
        SELECT own.article_id, own.value FROM archive_articleshingle own
        WHERE own.article_id IN ({keys}) AND %s > (
            SELECT COUNT(*) FROM (
                SELECT 1 FROM archive_articleshingle same WHERE same.value = own.value LIMIT %s
            ) few
        )
    )
    SELECT rare.article_id, other.article_id
    FROM rare CROSS JOIN archive_articleshingle other
    WHERE other.value = rare.value AND other.article_id <> rare.article_id
    GROUP BY rare.article_id, other.article_id
    HAVING COUNT(*) >= %s
"""


def find_families(keys: Collection[int]) -> list[set[int]]:
    """Return the families of more than one; a family is the same whichever of it is asked about.

    One query, and one more for each step that a family goes on.
    """
    families = {key: {key} for key in keys}
    waiting = set(keys)
    while waiting:
        found: set[int] = set()
        for one, other in _read_pairs(waiting):
            found |= {other} - families.keys()
            family = families.get(one, {one}) | families.get(other, {other})
            families.update(dict.fromkeys(family, family))
        waiting = {key for key in found if len(families[key]) <= _LARGEST}
    different = {min(family): family for family in families.values()}
    return [family for family in different.values() if 1 < len(family) <= _LARGEST]


def _read_pairs(keys: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield each report with each other one that has fingerprints in common with it."""
    query = _PAIRS.format(keys=", ".join(["%s"] * len(keys)))
    with connection.cursor() as cursor:
        cursor.execute(query, [*keys, _TOO_COMMON, _TOO_COMMON, _LEAST_SHARED])
        yield from cursor.fetchall()
