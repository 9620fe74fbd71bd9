"""The leaves of a query -> what a report's score is made of; every weight stands here.

The streams and the half weight of single characters follow the measurements in docs/decisions/0002-analyzer.md.
"""

from collections.abc import Iterable

from whoosh import query

from search.analyzer import Analyzer, bigrams_of
from search.fields import BIGRAMS, CHARS, HEADLINE_BIGRAMS, HEADLINE_CHARS, HEADLINE_WORDS, WORDS
from search.fold import SEPARATOR
from search.literals import Leaf, is_soft, run_query

WORD = 1.0
BIGRAM = 1.0
CHAR = 0.5
HEADLINE = 1.0

# Higher than the sum of what words can earn: a report that holds the whole run comes before all that hold its
# words scattered.
WHOLE_RUN = 100.0


def rank_query(leaves: Iterable[Leaf], analyzer: Analyzer, is_relaxed: bool = False) -> query.Or | None:
    """Return the clauses that score a report, as one Or; None when there is nothing to rank by.

    Every hit of a strict query holds all its runs, so bigrams and characters would tell nothing that its words do
    not; they rank the hits of a relaxed one, which hold some of it.
    """
    clauses: dict[tuple[str, str], float] = {}
    whole_runs: list[query.Query] = []
    for leaf in leaves:
        text = leaf.text
        clauses |= _word_clauses(analyzer.words_of(text))
        if is_relaxed or len(text) == 1:
            clauses |= _part_clauses(text)
        is_held = not is_soft(leaf) if is_relaxed else len(list(leaf.children())) == 1
        if len(text) > 1 and not is_held:
            whole_runs.append(query.ConstantScoreQuery(run_query(text, leaf.in_headline), WHOLE_RUN))
    terms = [query.Term(field, token, boost=weight) for (field, token), weight in clauses.items()]
    return query.Or([*terms, *whole_runs]) if terms else None


def _word_clauses(words: Iterable[str]) -> dict[tuple[str, str], float]:
    return {(field, word): weight for word in words for field, weight in ((WORDS, WORD), (HEADLINE_WORDS, HEADLINE))}


def _part_clauses(text: str) -> dict[tuple[str, str], float]:
    clauses: dict[tuple[str, str], float] = {}
    for part in text.split(SEPARATOR):
        for bigram in bigrams_of(part):
            clauses[BIGRAMS, bigram] = BIGRAM
            clauses[HEADLINE_BIGRAMS, bigram] = BIGRAM * HEADLINE
        for char in part:
            clauses[CHARS, char] = CHAR
            clauses[HEADLINE_CHARS, char] = CHAR * HEADLINE
    return clauses
