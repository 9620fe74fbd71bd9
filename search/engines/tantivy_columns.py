"""Facets as tantivy counts them fastest: values -> columns with one value for each article, and their counts back.

Counting a column in which every article has exactly one value is ten times faster than one with none or several.
So the first places and programmes of an article stand in such columns, empty where it has fewer; what the few
articles with more of them have besides stands in columns that are counted for those articles alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import tantivy

from search import fields
from search.engines.contract import IndexDocument, order_counts
from search.engines.tantivy_query import all_of
from search.regions import read_regions

_PLACES = ("place_1", "place_2", "place_3")
_PROVINCES = ("province_1", "province_2")
_PROGRAMMES = ("programme_1", "programme_2", "programme_3")
_BYLINES = ("byline_1", "byline_2")
_COUNTED_YEAR = "counted_year"
_MORE_PLACES = "more_places"
_MORE_PROVINCES = "more_provinces"
_MORE_PROGRAMMES = "more_programmes"
_MORE_BYLINES = "more_bylines"
_HAS_MORE = "has_more"
_LEVELS = 4  # a place's number is its code times this, and how many regions it adds: itself, and what it lies in
_NO_NUMBER = 0
_NO_NAME = ""
_MOST_VALUES = 65_000  # tantivy's limit of buckets; above the number of regions and of programmes

_NAMES = {
    fields.PROVINCE: (_PROVINCES, _MORE_PROVINCES),
    fields.PROGRAMME: (_PROGRAMMES, _MORE_PROGRAMMES),
    fields.BYLINE: (_BYLINES, _MORE_BYLINES),
}

# Of each facet: the columns that every article has, and the one of what few articles have besides.
_COLUMNS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    fields.REGION: (_PLACES, _MORE_PLACES),
    fields.YEAR: ((_COUNTED_YEAR,), None),
    fields.NEWSPAPER: ((fields.NEWSPAPER,), None),
    fields.GENRE: ((fields.GENRE,), None),
    **_NAMES,
}
_Buckets = Iterable[Mapping[str, Any]]
Counts = dict[str, list[tuple[str, int]]]


def add_columns(builder: tantivy.SchemaBuilder) -> None:
    """Add the columns to a schema; those of newspaper and genre are searched too."""
    for name in fields.TEXT_FACETS:
        is_counted = name in (fields.NEWSPAPER, fields.GENRE)
        builder.add_text_field(name, fast=is_counted, tokenizer_name="raw", index_option="basic")
    for columns, rest in _NAMES.values():
        for name in (*columns, rest):
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in (*_PLACES, _COUNTED_YEAR, _MORE_PLACES):
        builder.add_unsigned_field(name, fast=True)
    builder.add_unsigned_field(_HAS_MORE, indexed=True)


def column_values(document: IndexDocument) -> dict[str, Any]:
    """Return an article's facet values by the fields in which they are searched and counted."""
    values: dict[str, Any] = {
        name: list(getattr(document, name))
        for name in (fields.REGION, fields.PROVINCE, fields.PROGRAMME, fields.BYLINE)
    }
    for name in (fields.NEWSPAPER, fields.GENRE):
        values[name] = next(iter(getattr(document, name)), _NO_NAME)
    values[_COUNTED_YEAR] = document.year or _NO_NUMBER
    values |= _spread(_PLACES, _MORE_PLACES, list(_number_places(document.places)), _NO_NUMBER)
    for name, (columns, rest) in _NAMES.items():
        values |= _spread(columns, rest, getattr(document, name), _NO_NAME)
    return values


def _spread(columns: Sequence[str], rest: str, values: Sequence[Any], none: Any) -> dict[str, Any]:
    """Return values by the columns of the first ones; those that are left by the column of the rest, with its mark."""
    spread = dict(zip_longest(columns, values[: len(columns)], fillvalue=none))
    left = list(values[len(columns) :])
    return spread | {rest: left, _HAS_MORE: 1} if left else spread


def _number_places(places: Iterable[Sequence[str]]) -> Iterator[int]:
    """Yield a number for each place that adds a region to those before: 泸州 after 成都 adds itself, not 四川."""
    counted: set[str] = set()
    for codes in places:
        if added := len(set(codes) - counted):
            counted.update(codes)
            yield int(codes[-1]) * _LEVELS + added


def count_columns(
    searcher: tantivy.Searcher, schema: tantivy.Schema, names: Iterable[str], narrowed: tantivy.Query
) -> Counts:
    """Return the values of facets among the articles that a query matches, and how many have each."""
    columns = {name: _COLUMNS[name] for name in names}
    answer = _aggregate(searcher, narrowed, [column for group, _ in columns.values() for column in group])
    if more := [rest for _, rest in columns.values() if rest]:
        has_more = tantivy.Query.term_query(schema, _HAS_MORE, 1)
        answer |= _aggregate(searcher, all_of([has_more, narrowed]), more)
    return {
        name: order_counts(_add_up(name, [answer[column] for column in (*group, rest) if column]))
        for name, (group, rest) in columns.items()
    }


def _aggregate(searcher: tantivy.Searcher, narrowed: tantivy.Query, columns: list[str]) -> dict[str, _Buckets]:
    request = {column: {"terms": {"field": column, "size": _MOST_VALUES}} for column in columns}
    answer = searcher.aggregate(narrowed, request) if request else {}
    return {column: answer[column]["buckets"] for column in columns}


def _add_up(name: str, columns: Iterable[_Buckets]) -> Iterable[tuple[str, int]]:
    if name == fields.REGION:
        return _add_up_regions(columns)
    counts: dict[str, int] = defaultdict(int)
    for buckets in columns:
        for bucket in buckets:
            if key := _name_year(bucket["key"]) if name == fields.YEAR else bucket["key"]:
                counts[key] += bucket["doc_count"]
    return counts.items()


def _name_year(number: float) -> str:
    return str(int(number)) if number != _NO_NUMBER else fields.UNDATED


def _add_up_regions(columns: Iterable[_Buckets]) -> Iterable[tuple[str, int]]:
    regions = read_regions()
    numbers: dict[int, int] = defaultdict(int)
    for buckets in columns:
        for bucket in buckets:
            numbers[int(bucket["key"])] += bucket["doc_count"]
    counts: dict[str, int] = defaultdict(int)
    for number, count in numbers.items():
        code, added = str(number // _LEVELS), number % _LEVELS
        above = regions[code].above if code in regions else ()
        for region in (*above, code)[len(above) + 1 - added :]:
            counts[region] += count
    return counts.items()
