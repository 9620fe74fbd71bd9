"""A corpus -> the queries that every system is asked, of all kinds in turn, in one fixed order."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.corpus import FIRST_YEAR, LAST_YEAR, SEED, Composed, Corpus
from benchmarks.query import Kind, Query
from benchmarks.vocabulary import UNION_TERMS
from search.fields import PROGRAMME, REGION, YEAR

_COMMON_TERMS = UNION_TERMS[:40]
_RARE_RANK = 8000
_CHARACTERS = "工会职员企业市县区劳资维权帮扶技能安全法"
_UNKNOWN_CHARACTERS = "龘靐齉爩麤灪籱虪"
_NOT_HAN = re.compile(r"[^一-鿿]+")


class _Drawer:
    """Draws queries from a corpus."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self._corpus = corpus
        self._rng = random.Random(f"queries:{seed}")

    def draw(self, kind: Kind) -> Query:
        """Draw a query of a kind."""
        if kind in (Kind.CHOICE, Kind.CHOICES):
            facets = self._rng.sample((REGION, YEAR, PROGRAMME), 1 if kind is Kind.CHOICE else 2)
            return Query(kind, self._common(), {facet: self._choice(facet) for facet in facets})
        writers: dict[Kind, Callable[[], str]] = {
            Kind.COMMON_WORD: self._common,
            Kind.RARE_WORD: self._rare,
            Kind.TWO_WORDS: lambda: " ".join(self._terms(2)),
            Kind.THREE_WORDS: lambda: " ".join((*self._terms(2), self._corpus_word())),
            Kind.LONG_RUN: lambda: self._run(9, 16),
            Kind.QUOTED_RUN: lambda: f'"{self._run(3, 8)}"',
            Kind.EXCLUSION: lambda: " -".join(self._terms(2)),
            Kind.EITHER: lambda: f"{self._common()} OR {self._rare()}",
            Kind.HEADLINE: lambda: f"headline:{self._rng.choice(UNION_TERMS)}",
            Kind.YEAR: self._years,
            Kind.CITY: lambda: f"city:{self._article().places[0].name} {self._common()}",
            Kind.CHARACTER: lambda: self._rng.choice(_CHARACTERS),
            Kind.NOTHING: self._unknown,
        }
        return Query(kind, writers[kind]())

    def _article(self) -> Composed:
        return self._corpus.article(self._rng.randrange(self._corpus.size))

    def _common(self) -> str:
        return self._rng.choice(_COMMON_TERMS)

    def _terms(self, count: int) -> list[str]:
        return self._rng.sample(UNION_TERMS, count)

    def _corpus_word(self) -> str:
        return self._rng.choice(self._corpus.vocabulary.words[100:2000])

    def _rare(self) -> str:
        if self._rng.random() < 0.5:
            return self._article().reporter
        return self._rng.choice(self._corpus.vocabulary.words[_RARE_RANK:])

    def _run(self, shortest: int, longest: int) -> str:
        """Return a run of characters that stands in an article."""
        length = self._rng.randint(shortest, longest)
        runs: list[str] = []
        while not runs:
            runs = [run for run in _NOT_HAN.split(self._article().body) if len(run) >= length]
        run = self._rng.choice(runs)
        start = self._rng.randrange(len(run) - length + 1)
        return run[start : start + length]

    def _years(self) -> str:
        first = self._rng.randint(FIRST_YEAR, LAST_YEAR - 5)
        years = f"year:{first}..{first + self._rng.randint(1, 5)}"
        return years if self._rng.random() < 0.3 else f"{years} {self._common()}"

    def _unknown(self) -> str:
        run = "".join(self._rng.sample(_UNKNOWN_CHARACTERS, 3))
        return f'"{run}"' if self._rng.random() < 0.5 else run

    def _choice(self, facet: str) -> tuple[str, ...]:
        article = self._article()
        if facet == REGION:
            return (article.places[0].province,)
        if facet == YEAR:
            return (str(article.date.year),)
        while not article.programmes:
            article = self._article()
        return (article.programmes[0].slug,)


def _draw_all(corpus: Corpus, count: int, seed: int) -> Iterator[Query]:
    drawer = _Drawer(corpus, seed)
    kinds = list(Kind)
    for number in range(count):
        yield drawer.draw(kinds[number % len(kinds)])


def make_queries(corpus: Corpus, count: int, seed: int = SEED) -> list[Query]:
    """Return queries of all kinds, equally many of each, shuffled: any first part of them is a fair sample."""
    queries = list(_draw_all(corpus, count, seed))
    random.Random(seed).shuffle(queries)
    return queries
