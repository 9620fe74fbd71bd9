"""A relevance set -> how well and how fast its queries are answered, as ranked and by bigrams alone, in turn.

Both go the same way through find_with_part(); by bigrams alone every other clause of the rank is left out, and what
a word of two characters adds to its bigram.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from whoosh import query

from benchmarks.measure import clock, milliseconds, percentile
from search.fields import BIGRAMS, HEADLINE_BIGRAMS
from search.in_part import find_with_part
from search.ranking import BIGRAM, rank_query
from search.relevance import RelevanceSet, fill_archive, measure_ranking, read_names
from search.request import SearchRequest

AS_RANKED, BIGRAMS_ALONE = "as_ranked", "bigrams_alone"


@contextmanager
def _by_bigrams_alone() -> Iterator[None]:
    def rank_by_bigrams(*arguments: Any) -> query.Or | None:
        ranked = rank_query(*arguments)
        terms = [one for one in ranked or () if isinstance(one, query.Term)]
        clauses = [
            query.Term(one.fieldname, one.text, boost=BIGRAM)
            for one in terms
            if one.fieldname in (BIGRAMS, HEADLINE_BIGRAMS)
        ]
        return query.Or(clauses) if clauses else ranked  # a query of one character has no bigrams

    with patch("search.engines.backend.rank_query", rank_by_bigrams):
        yield


def measure_both(relevance: RelevanceSet, limit: int) -> dict[str, Any]:
    """Ask the first queries both ways; return the nDCG@10 and the milliseconds of each way."""
    names = fill_archive(relevance, "tantivy")
    times: dict[str, list[float]] = {AS_RANKED: [], BIGRAMS_ALONE: []}
    answers: dict[str, list[Any]] = {AS_RANKED: [], BIGRAMS_ALONE: []}

    def ask(way: str, text: str, grades: Any) -> None:
        seconds, found = clock(find_with_part, SearchRequest(text=text))
        times[way].append(seconds)
        answers[way].append((read_names(found, names), grades))

    for text, _ in relevance.queries[:20]:
        find_with_part(SearchRequest(text=text))
    for text, grades in relevance.queries[:limit]:
        ask(AS_RANKED, text, grades)
        with _by_bigrams_alone():
            ask(BIGRAMS_ALONE, text, grades)
    asked = {
        way: {
            "ndcg@10": measure_ranking(answers[way])["ndcg@10"],
            "p50_ms": milliseconds(times[way], 50),
            "p95_ms": milliseconds(times[way], 95),
        }
        for way in times
    }
    ratio = percentile(times[AS_RANKED], 95) / percentile(times[BIGRAMS_ALONE], 95)
    return {"documents": len(names), "queries": len(times[AS_RANKED]), **asked, "p95_ratio": round(ratio, 2)}
