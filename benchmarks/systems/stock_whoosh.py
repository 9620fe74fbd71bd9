"""Haystack's own Whoosh backend with jieba's ChineseAnalyzer, set up as its documentation says."""

from pathlib import Path
from typing import Any

import jieba
from django.conf import settings
from django.db.models import QuerySet
from haystack import connections, indexes
from haystack.inputs import AutoQuery
from haystack.query import SQ, SearchQuerySet
from haystack.utils.highlighting import Highlighter
from jieba.analyse import ChineseAnalyzer

from archive.body import printed_text
from archive.models import Article
from benchmarks.measure import clock
from benchmarks.query import Query
from benchmarks.systems.contract import FACETS, HITS, Answered
from search.fields import YEAR
from search.ranges import year_range
from search.vocabulary import resolve_region

CONNECTION = "stock-whoosh"


class StockArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Articles as a project that starts with Haystack declares them."""

    text = indexes.CharField(document=True, analyzer=ChineseAnalyzer())
    headline = indexes.CharField(model_attr="headline", analyzer=ChineseAnalyzer())
    region = indexes.MultiValueField(faceted=True)
    year = indexes.IntegerField(faceted=True)
    programme = indexes.MultiValueField(faceted=True)

    def get_model(self) -> type[Article]:
        """Return what is indexed."""
        return Article

    def index_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return the articles to index, and to load hits from."""
        return Article.objects.published().with_relations()

    def prepare_text(self, article: Article) -> str:
        """Return the words of an article."""
        heads = (article.kicker, article.headline, article.subhead, article.byline, article.dateline)
        return "\n\n".join((*heads, printed_text(article.body)))

    def prepare_year(self, article: Article) -> int:
        """Return the year of issue."""
        return article.date.year if article.date else 0

    def prepare_region(self, article: Article) -> list[str]:
        """Return the codes of the places and of what they lie in."""
        return sorted({code for link in article.places for code in link.codes})

    def prepare_programme(self, article: Article) -> list[str]:
        """Return the programmes."""
        return sorted({link.initiative.slug for link in article.programmes})


class StockWhooshSystem:
    """A SearchQuerySet with three facets, the articles loaded, and Haystack's own highlighter."""

    def __init__(self) -> None:
        jieba.setLogLevel("WARNING")
        self.folder: Path = settings.DATA_DIR / CONNECTION
        self._index = StockArticleIndex()
        connections.connections_info[CONNECTION] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(self.folder),
            "SILENTLY_FAIL": False,
        }
        connections.reload(CONNECTION).get_unified_index().build([self._index])

    def build(self) -> float:
        """Index all articles as update_index does with a batch as large as the archive."""
        return clock(self._build)[0]

    def _build(self) -> None:
        backend = connections[CONNECTION].get_backend()
        backend.clear()
        # One batch: with update_index's usual ones each commit merges what is there, and 20,000 articles take an hour.
        backend.update(self._index, self._index.index_queryset().order_by("pk"))

    def prepare(self, query: Query) -> SearchQuerySet:
        """Write a query as a SearchQuerySet."""
        found = SearchQuerySet(using=CONNECTION).load_all().filter(_read_text(query.text))
        for facet, values in query.choices.items():
            found = found.narrow(f"{facet}_exact:({' OR '.join(values)})")
        for facet in FACETS:
            found = found.facet(facet)
        return found

    def search(self, prepared: SearchQuerySet) -> tuple[int, list[Any], dict[str, Any]]:
        """Answer a query, asked anew."""
        found = prepared.all()
        hits = found[:HITS]
        return found.query.get_count(), hits, found.facet_counts()

    def make_snippets(self, prepared: SearchQuerySet, answer: tuple[int, list[Any], dict[str, Any]]) -> list[str]:
        """Highlight as the template tag of Haystack does."""
        words = str(prepared.query.build_query())
        return [Highlighter(words).highlight(hit.text) for hit in answer[1] if hit]

    def ask_engine(self, prepared: SearchQuerySet) -> object:
        """Answer without loading rows."""
        found = prepared.all()
        found._load_all = False
        return found[:HITS], found.facet_counts()

    def read(self, answer: tuple[int, list[Any], dict[str, Any]]) -> Answered:
        """Put an answer into the form that systems are compared by."""
        total, hits, facets = answer
        counts = facets.get("fields", {})
        ids = tuple(int(hit.pk) for hit in hits if hit)
        return Answered(total, ids, {name: dict(counts.get(name, ())) for name in FACETS})


def _read_text(text: str) -> SQ:
    """Put a query of the archive's language into Haystack's words."""
    plain: list[str] = []
    conditions: list[SQ] = []
    for token in text.split():
        field, colon, value = token.partition(":")
        if not colon:
            plain.append(token)
        elif field == YEAR:
            conditions.append(SQ(year__range=year_range(value)))
        elif field == "city":
            conditions.append(SQ(region__in=list(resolve_region(value))))
        else:
            conditions.append(SQ(**{field: AutoQuery(value)}))
    if "OR" in plain:
        first, _or, second = plain
        conditions.append(SQ(content=AutoQuery(first)) | SQ(content=AutoQuery(second)))
    elif plain:
        conditions.append(SQ(content=AutoQuery(" ".join(plain))))
    together = conditions[0]
    for condition in conditions[1:]:
        together &= condition
    return together
