"""What a person typed -> the leaves of a query tree: literal runs, and words that are cut into runs."""

from collections.abc import Iterator

from whoosh import query

from search.analyzer import bigrams_of, cut_query
from search.fields import BIGRAMS, CHARS, HEADLINE_BIGRAMS, HEADLINE_CHARS
from search.fold import SEPARATOR, fold


class Literal(query.And):
    """A run that stands in a report as it is; `run` is folded."""

    def __init__(self, run: str, in_headline: bool) -> None:
        self.run = run
        self.in_headline = in_headline
        super().__init__([run_query(run, in_headline)])


class Words(query.And):
    """A word as typed: every one of its runs stands in the report. `text` is folded and whole."""

    def __init__(self, text: str, in_headline: bool) -> None:
        self.text = text
        self.in_headline = in_headline
        super().__init__([Literal(run, in_headline) for run in cut_query(text)])


def run_query(run: str, in_headline: bool) -> query.Query:
    """Return the query for a folded run of at least one character: neighbouring bigrams, or one character."""
    if len(run) == 1:
        return query.Term(HEADLINE_CHARS if in_headline else CHARS, run)
    field = HEADLINE_BIGRAMS if in_headline else BIGRAMS
    bigrams = bigrams_of(run)
    return query.Term(field, bigrams[0]) if len(bigrams) == 1 else query.Phrase(field, bigrams)


def read_run(text: str, in_headline: bool) -> query.Query | None:
    """Return the leaf of a quoted run, None when it holds no character that can be searched.

    Punctuation at its ends counts; spaces there do not.
    """
    run = fold(text.strip())
    return Literal(run, in_headline) if run.strip(SEPARATOR) else None


def read_words(text: str, in_headline: bool) -> query.Query | None:
    """Return the leaf of plain text, None when it holds no character that can be searched."""
    folded = fold(text).strip(SEPARATOR)
    return Words(folded, in_headline) if folded else None


def wanted_leaves(tree: query.Query) -> Iterator[Literal | Words]:
    """Yield the runs and words that a report should hold, in the order typed; those excluded are left out."""
    if isinstance(tree, Literal | Words):
        yield tree
    elif not isinstance(tree, query.Not) and not tree.is_leaf():
        for child in tree.children():
            yield from wanted_leaves(child)
