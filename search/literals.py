"""What a person typed -> the leaves of a query tree: literal runs, and words that are cut into runs."""

from collections.abc import Iterator

from whoosh import query

from search.analyzer import Analyzer, bigrams_of, cut_loosely, cut_query
from search.fields import BIGRAMS, CHARS, HEADLINE_BIGRAMS, HEADLINE_CHARS, HEADLINE_WORDS, KNOWN, WORDS
from search.fold import SEPARATOR, fold


class Literal(query.And):
    """A run that stands in a report as it is; `run` is folded.

    `is_embedded`: it was quoted within a sentence, 落实“两个普遍”的要求. There quotes may be mere punctuation.
    """

    def __init__(self, run: str, in_headline: bool, is_embedded: bool = False) -> None:
        self.run = run
        self.in_headline = in_headline
        self.is_embedded = is_embedded
        super().__init__([run_query(run, in_headline)])

    @property
    def text(self) -> str:
        """The run, as `Words.text`."""
        return self.run


class NameRun(Literal):
    """A name of the vocabulary. `is_abbreviation`: it has to be a word of the report."""

    def __init__(self, run: str, in_headline: bool, is_abbreviation: bool) -> None:
        super().__init__(run, in_headline)
        if is_abbreviation:
            self.subqueries = [word_query(run, in_headline)]


class OtherName(NameRun):
    """Another name of something that was typed: a report that holds it instead matches too."""


class NameWithin(NameRun):
    """A name that was typed within longer words: it ranks. `has_others`: a hit may hold another name of it instead."""

    def __init__(self, run: str, in_headline: bool, is_abbreviation: bool, has_others: bool) -> None:
        super().__init__(run, in_headline, is_abbreviation)
        self.has_others = has_others


# So many words without a space are a sentence: a question, or something copied.
_SENTENCE = 5


class Words(query.And):
    """A word as typed: every one of its runs stands in the report. `text` is folded and whole.

    A sentence stands there in one piece; if it does in none, any part of it is enough. Reports that happen to hold
    all words of a long sentence are few, and seldom what was looked for.
    """

    def __init__(self, text: str, in_headline: bool) -> None:
        self.text = text
        self.in_headline = in_headline
        runs = cut_query(text)
        self.is_sentence = len(runs) >= _SENTENCE
        super().__init__([Literal(run, in_headline) for run in ([text] if self.is_sentence else runs)])


class Name(Words):
    """Words some of which have other names, that a report may hold instead."""

    def __init__(self, text: str, in_headline: bool, is_abbreviation: bool) -> None:
        self.is_abbreviation = is_abbreviation
        super().__init__(text, in_headline)


class Widened(query.Or):
    """Words as typed, or the same with other names in the place of some.

    `within` are the names that were typed, where they are not all that was; `others` are all other names of them.
    """

    def __init__(
        self, words: Name, renamed: list[query.Query], within: list[NameWithin], others: list[OtherName]
    ) -> None:
        self.words = words
        self.within = within
        self.others = others
        super().__init__([words, *renamed])


Leaf = Literal | Words


def is_soft(tree: query.Query) -> bool:
    """Return whether any part of what was typed is enough when no report has all of a query."""
    return isinstance(tree, Words | Widened) or (isinstance(tree, Literal) and tree.is_embedded)


def loose_runs(tree: Leaf | Widened) -> list[Literal]:
    """Return the runs of which any is enough."""
    if isinstance(tree, Widened):
        return [*loose_runs(tree.words), *tree.others]
    return [Literal(run, tree.in_headline) for run in cut_loosely(tree.text)]


def run_query(run: str, in_headline: bool) -> query.Query:
    """Return the query for a folded run of at least one character: neighbouring bigrams, or one character."""
    if len(run) == 1:
        return query.Term(HEADLINE_CHARS if in_headline else CHARS, run)
    field = HEADLINE_BIGRAMS if in_headline else BIGRAMS
    bigrams = bigrams_of(run)
    return query.Term(field, bigrams[0]) if len(bigrams) == 1 else query.Phrase(field, bigrams)


def word_query(word: str, in_headline: bool) -> query.Query:
    """Return the query for a word as jieba cuts it."""
    return query.Term(HEADLINE_WORDS if in_headline else WORDS, word)


def shorten(tree: query.Query, analyzer: Analyzer) -> query.Query:
    """Return the tree for a generation: one lookup for each run that its dictionary knows.

    A word that its dictionary does not know yet is looked for as a run, which other words may hold by chance.
    """
    if isinstance(tree, Literal):
        is_known = not tree.in_headline and analyzer.knows(tree.run)
        return query.Term(KNOWN, tree.run) if is_known else shorten(tree.subqueries[0], analyzer)
    if isinstance(tree, query.Term) and tree.fieldname in (WORDS, HEADLINE_WORDS) and not analyzer.keeps(tree.text):
        return run_query(tree.text, tree.fieldname == HEADLINE_WORDS)
    if isinstance(tree, query.Not):
        return query.Not(shorten(tree.query, analyzer))
    if isinstance(tree, query.And):
        return query.And([shorten(child, analyzer) for child in tree.subqueries])
    if isinstance(tree, query.Or):
        return query.Or([shorten(child, analyzer) for child in tree.subqueries])
    return tree


def read_run(text: str, in_headline: bool, is_embedded: bool = False) -> query.Query | None:
    """Return the leaf of a quoted run, None when it holds no character that can be searched.

    Punctuation at its ends counts; spaces there do not.
    """
    run = fold(text.strip())
    return Literal(run, in_headline, is_embedded) if run.strip(SEPARATOR) else None


def read_words(text: str, in_headline: bool) -> query.Query | None:
    """Return the leaf of plain text, None when it holds no character that can be searched."""
    folded = fold(text).strip(SEPARATOR)
    return Words(folded, in_headline) if folded else None


def wanted_leaves(tree: query.Query) -> Iterator[Leaf]:
    """Yield the runs and words that a report should hold, in the order typed; those excluded are left out."""
    if isinstance(tree, Literal | Words):
        yield tree
    elif isinstance(tree, Widened):
        yield tree.words
        yield from tree.within
        yield from tree.others
    elif not isinstance(tree, query.Not) and not tree.is_leaf():
        for child in tree.children():
            yield from wanted_leaves(child)
