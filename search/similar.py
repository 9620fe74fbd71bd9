"""A report -> its versions and the reports most like it: its rarest words, asked of the index as one relaxed query."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from haystack import connections
from whoosh import query

from archive.models import Article
from search.analyzer import load_analyzer
from search.engines.backend import ArchiveSearchBackend
from search.engines.contract import Index, SearchCall
from search.fields import word_fields
from search.fold import fold
from search.folding import fold_versions
from search.preparing import join_parts

_SHOWN = 5
_LOOKED_AT = 12
_WORDS = 16
# A word of the headline counts as if it stood in the text so often more.
_HEADLINE = 3
# Words looked up in the index, the most frequent in the report first: a long report has a thousand.
_CANDIDATES = 250
# Of what the report itself would score; below that two reports have a few words in common and no more.
_LEAST_SCORE = 0.12


@dataclass(frozen=True, slots=True)
class SimilarReports:
    """The other versions of a report, and other reports that are like it, the most like it first."""

    versions: tuple[Article, ...] = ()
    others: tuple[Article, ...] = ()


def find_similar(article: Article, engine: str = "default") -> SimilarReports:
    """Return the published reports that are like a published one, at most five beside its versions.

    Those on its own page are left out, of several versions of one report all but the first. Raises
    IndexMissingError and IndexDamagedError.
    """
    backend: ArchiveSearchBackend = connections[engine].get_backend()
    index = backend.open_index()
    text = join_parts([article.kicker, article.subhead, *[article.headline] * _HEADLINE], article.body)
    words = load_analyzer(backend.current().dictionary_path).words_of(fold(text))
    alike = _load(_find_keys(index, words), article)
    if not alike:
        return SimilarReports()
    (_self, *versions), *groups = fold_versions([article, *alike])
    others = [group[0] for group in groups if group[0].page_id is None or group[0].page_id != article.page_id]
    return SimilarReports(tuple(versions), tuple(others[:_SHOWN]))


def _find_keys(index: Index, words: Iterable[str]) -> list[int]:
    """Return the keys of the reports that hold most of the telling ones of some words."""
    terms = _choose_terms(index, words)
    if not terms:
        return []
    hits = index.search(SearchCall(tree=query.Or(terms), rank=query.Or(terms), end=_LOOKED_AT)).hits
    return [key for key, score in hits if score >= _LEAST_SCORE * hits[0][1]]


def _choose_terms(index: Index, words: Iterable[str]) -> list[query.Term]:
    """Return the words that tell a report from others: often in it, seldom elsewhere, the longer the better.

    One that is nowhere else leads nowhere. Numbers and single characters are no words here.
    """
    counts = Counter(word for word in words if len(word) > 1 and word.isalpha())
    total = index.count()
    weights: dict[str, tuple[float, float]] = {}
    for word, count in counts.most_common(_CANDIDATES):
        frequency = index.frequency(word_fields(word)[0], word)
        if frequency > 1:
            weight = (1 + math.log(count)) * math.sqrt(len(word) - 1)
            weights[word] = (weight * math.log(1 + total / frequency), weight)
    chosen = nlargest(_WORDS, weights, key=lambda word: (weights[word], word))
    return [query.Term(word_fields(word)[0], word, boost=weights[word][1]) for word in chosen]


def _load(keys: list[int], article: Article) -> list[Article]:
    """Return the reports of some keys in their order, without the one asked about."""
    loaded = Article.objects.shown().with_relations().in_bulk(keys)
    return [loaded[key] for key in keys if key in loaded and key != article.pk]
