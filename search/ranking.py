"""The leaves of a query -> what a report's score is made of; every weight stands here.

The streams and the half weight of single characters follow the measurements in docs/decisions/0002-analyzer.md.
"""

from collections import defaultdict
from collections.abc import Iterable

from whoosh import query

from search.analyzer import Analyzer, bigrams_of
from search.fields import BIGRAMS, CHARS, HEADLINE_BIGRAMS, HEADLINE_CHARS, word_fields
from search.fold import SEPARATOR
from search.literals import Leaf, Literal, Name, NameWithin, OtherName, is_soft, shorten, word_query

WORD = 1.0
BIGRAM = 1.0
CHAR = 0.5
HEADLINE = 1.0

# Higher than the sum of what words can earn: a report that holds the whole run comes before all that hold its
# words scattered.
WHOLE_RUN = 100.0
# Where all is asked for, a report that holds another name of it comes after those that hold it as typed.
OTHER_NAME = 50.0
# Where any part of a query is enough, a whole run is one sign among others: a place held whole says less than most of
# the rest of a headline.
RELAXED_RUN = 2.0
# A name of the vocabulary says more than other words: reports of another place, or without the programme, come later.
RELAXED_NAME = 6.0


def rank_query(leaves: Iterable[Leaf], analyzer: Analyzer, is_relaxed: bool = False) -> query.Or | None:
    """Return the clauses that score a report, as one Or; None when there is nothing to rank by.

    Every hit of a strict query holds all its runs, so single characters would tell nothing that its words and
    bigrams do not; they rank the hits of a relaxed one, which hold some of it.
    """
    leaves = tuple(leaves)
    typed = [leaf.text for leaf in leaves if not isinstance(leaf, OtherName)]
    clauses: dict[tuple[str, str], float] = defaultdict(float)
    for stream in (
        _word_clauses(word for text in typed for word in analyzer.words_of(text)),
        _bigram_clauses(typed),
        _char_clauses(text for text in typed if is_relaxed or len(text) == 1),
    ):
        for clause, weight in stream.items():
            clauses[clause] += weight
    terms = [query.Term(field, token, boost=weight) for (field, token), weight in clauses.items()]
    whole_runs = [
        query.ConstantScoreQuery(shorten(run, analyzer), weight)
        for leaf in leaves
        for run, weight in _whole_runs(leaf, is_relaxed)
    ]
    return query.Or([*terms, *whole_runs]) if terms else None


def _whole_runs(leaf: Leaf, is_relaxed: bool) -> list[tuple[query.Query, float]]:
    """Return what sets reports that hold a leaf in one piece before others, and how far; nothing where all do."""
    if isinstance(leaf, OtherName):
        return [(leaf, RELAXED_NAME if is_relaxed else OTHER_NAME)]
    if isinstance(leaf, NameWithin) and is_relaxed:
        return [(leaf, RELAXED_NAME)]
    if isinstance(leaf, NameWithin):
        return [(leaf, WHOLE_RUN)] if leaf.has_others else []
    is_in_every_hit = not is_soft(leaf) if is_relaxed else len(list(leaf.children())) == 1
    if len(leaf.text) == 1 or (is_in_every_hit and not isinstance(leaf, Name)):
        return []
    is_word = isinstance(leaf, Name) and leaf.is_abbreviation
    run = (word_query if is_word else Literal)(leaf.text, leaf.in_headline)
    return [(run, RELAXED_RUN if is_relaxed else WHOLE_RUN)]


def _word_clauses(words: Iterable[str]) -> dict[tuple[str, str], float]:
    return {
        (field, word): weight
        for word in words
        for field, weight in zip(word_fields(word), (WORD, WORD * HEADLINE), strict=True)
    }


def _bigram_clauses(texts: Iterable[str]) -> dict[tuple[str, str], float]:
    bigrams = [bigram for text in texts for part in text.split(SEPARATOR) for bigram in bigrams_of(part)]
    return {
        (field, bigram): weight
        for bigram in bigrams
        for field, weight in ((BIGRAMS, BIGRAM), (HEADLINE_BIGRAMS, BIGRAM * HEADLINE))
    }


def _char_clauses(texts: Iterable[str]) -> dict[tuple[str, str], float]:
    return {
        (field, char): weight
        for text in texts
        for char in text.replace(SEPARATOR, "")
        for field, weight in ((CHARS, CHAR), (HEADLINE_CHARS, CHAR * HEADLINE))
    }
