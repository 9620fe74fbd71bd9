"""One commit of a whoosh index -> which reports match, their facets and their order.

Whoosh stores the postings and finds phrases; the rest is worked out here on whole sets: a set of reports is one
long number, a bit for each, so that an AND of two is one operation and the count of a facet value is the number
of bits. Whoosh's own collectors take a Python step for every report and clause.
"""

import heapq
import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import compress

from whoosh import index as whoosh_index
from whoosh import query

from search import fields
from search.engines.contract import WITHOUT_YEAR, SearchCall, Sort, order_counts

_K1, _B = 1.2, 0.75  # tantivy's
_CACHED_TERMS = 256
_UPWARDS = {Sort.OLDEST: fields.OLDEST, Sort.PLACE: fields.PLACE_ORDER}


class WhooshSnapshot:
    """One commit of the index, with what is worked out from it."""

    def __init__(self, index: whoosh_index.FileIndex) -> None:
        self.searcher = index.searcher()
        self.reader = self.searcher.reader()
        self.generation = self.reader.generation()
        self.size = self.reader.doc_count_all()
        self.postings = lru_cache(maxsize=_CACHED_TERMS)(self._read_postings)
        self.term_set = lru_cache(maxsize=_CACHED_TERMS)(self._read_term_set)
        self.value_sets = lru_cache(maxsize=None)(self._read_value_sets)
        self.sort_keys = lru_cache(maxsize=None)(self._read_sort_keys)
        self.lengths = lru_cache(maxsize=None)(self._read_lengths)

    @cached_property
    def everything(self) -> int:
        """The set of all articles."""
        return self._as_set(self.reader.all_doc_ids())

    def match(self, tree: query.Query) -> int:
        """Return the set of articles that a tree matches."""
        match tree:
            case query.Every():
                return self.everything
            case query.Term():
                return self.term_set(tree.fieldname, tree.text)
            case query.Phrase():
                return self._match_phrase(tree)
            case query.NumericRange(fieldname=fields.YEAR):
                return self._match_years(tree)
            case query.NumericRange():
                return self._match_keys(tree)
            case query.Or():
                matched = 0
                for child in tree.subqueries:
                    matched |= self.match(child)
                return matched
            case query.And():
                matched = self.everything
                for child in tree.subqueries:
                    matched &= self.match(child)
                return matched
            case query.Not():
                return self.everything & ~self.match(tree.query)
        raise TypeError(f"no set for {type(tree).__name__}")

    def count_values(self, name: str, counted: int) -> list[tuple[str, int]]:
        """Return how many articles of a set each value of a facet has."""
        sets = self.value_sets(name)
        if name == fields.YEAR:
            sets = [*sets, (fields.UNDATED, self.match(WITHOUT_YEAR))]
        return order_counts((value, (bits & counted).bit_count()) for value, bits in sets)

    def order(self, narrowed: int, call: SearchCall) -> list[tuple[int, float]]:
        """Return (id, score) of the articles of a set that the call asks for, in its order."""
        numbers = self._as_numbers(narrowed)
        if call.sort is Sort.NEWEST:
            keys = self.sort_keys(fields.NEWEST)
            ordered = [(n, 0.0) for n in heapq.nlargest(call.end, numbers, key=keys.__getitem__)]
        elif call.sort in _UPWARDS:
            keys = self.sort_keys(_UPWARDS[call.sort])
            ordered = [(n, 0.0) for n in heapq.nsmallest(call.end, numbers, key=keys.__getitem__)]
        else:
            scores = self._score(numbers, narrowed, call.rank)
            best = heapq.nsmallest(call.end, numbers, key=lambda n: (-scores[n], n))
            ordered = [(n, scores[n]) for n in best]
        return [(int(self.reader.stored_fields(n)["id"]), score) for n, score in ordered[call.start :]]

    def _score(self, numbers: list[int], narrowed: int, rank: query.Or | None) -> dict[int, float]:
        scores = dict.fromkeys(numbers, 0.0 if rank else 1.0)
        for clause in rank.subqueries if rank else ():
            if isinstance(clause, query.ConstantScoreQuery):
                for number in self._as_numbers(self.match(clause.child) & narrowed):
                    scores[number] += clause.score
                continue
            found, impacts = self.postings(clause.fieldname, clause.text)
            if len(numbers) * 16 < len(found):
                for number in numbers:
                    place = bisect_left(found, number)
                    if place < len(found) and found[place] == number:
                        scores[number] += clause.boost * impacts[place]
            else:
                for number, impact in zip(found, impacts, strict=True):
                    if number in scores:
                        scores[number] += clause.boost * impact
        return scores

    def _match_phrase(self, phrase: query.Phrase) -> int:
        candidates = self.everything
        for word in phrase.words:
            candidates &= self.term_set(phrase.fieldname, word)
        return self._as_set(self.searcher.docs_for_query(phrase)) if candidates else 0

    def _match_years(self, years: query.NumericRange) -> int:
        matched = 0
        for value, bits in self.value_sets(fields.YEAR):
            if (years.start or 0) <= int(value) <= (years.end or 9999):
                matched |= bits
        return matched

    def _match_keys(self, keys: query.NumericRange) -> int:
        found = self.sort_keys(keys.fieldname)
        return self.everything & self._as_set(n for n, key in enumerate(found) if keys.start <= key <= keys.end)

    def _read_postings(self, name: str, token: str) -> "tuple[array[int], array[float]]":
        """Return the numbers of the articles that hold a token, and what it adds to the score of each (BM25)."""
        if (name, token) not in self.reader:
            return array("I"), array("f")
        numbers, counts = array("I"), array("f")
        matcher = self.reader.postings(name, token)
        while matcher.is_active():
            numbers.append(matcher.id())
            counts.append(matcher.weight())
            matcher.next()
        lengths, mean = self.lengths(name)
        rarity = math.log(1 + (self.size - len(numbers) + 0.5) / (len(numbers) + 0.5))
        impacts = array(
            "f",
            (
                rarity * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * lengths[number] / mean))
                for number, count in zip(numbers, counts, strict=True)
            ),
        )
        return numbers, impacts

    def _read_term_set(self, name: str, token: str) -> int:
        return self._as_set(self.postings(name, token)[0])

    def _read_value_sets(self, name: str) -> list[tuple[str, int]]:
        values = [value.decode() for value in self.reader.lexicon(name)]
        return [(value, self._as_set(self.reader.postings(name, value).all_ids())) for value in values]

    def _read_sort_keys(self, name: str) -> "array[int]":
        if not self.size:  # the reader of an empty index has no columns
            return array("Q")
        column = self.reader.column_reader(name)
        return array("Q", (column[number] for number in range(self.size)))

    def _read_lengths(self, name: str) -> "tuple[array[float], float]":
        lengths = array("f", (self.reader.doc_field_length(n, name) or 0 for n in range(self.size)))
        return lengths, (sum(lengths) / self.size if self.size else 0.0) or 1.0

    def _as_set(self, numbers: Iterable[int]) -> int:
        bits = bytearray(self.size // 8 + 1)
        for number in numbers:
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")

    def _as_numbers(self, articles: int) -> list[int]:
        return list(compress(range(self.size), map("1".__eq__, reversed(f"{articles:b}"))))
