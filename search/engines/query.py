"""Haystack's query object for our engines: it hands a query in the language of search/language.py on."""

from collections.abc import Iterable, Mapping
from typing import Any

from haystack.backends import BaseSearchQuery
from haystack.inputs import Clean
from haystack.query import SearchQuerySet

from archive.models import Article
from search.hits import load_hits
from search.parsed import ParsedQuery


class ArchiveSearchQuery(BaseSearchQuery):
    """A Haystack query that also carries the choices of facets, and whether words are relaxed or literal.

    `parsed` is the query as the backend read it, there once it has run.
    """

    def __init__(self, using: str = "default") -> None:
        super().__init__(using=using)
        self.choices: dict[str, tuple[str, ...]] = {}
        self.is_relaxed = False
        self.is_literal = False
        self.in_headline = False
        self.parsed: ParsedQuery | None = None

    def build_query_fragment(self, field: str, filter_type: str, value: Any) -> str:
        """Write one filter of a SearchQuerySet in the query language."""
        if not hasattr(value, "input_type_name"):
            value = Clean(str(value))
        text = value.prepare(self)
        if filter_type == "exact":
            text = f'"{text}"'
        return text if field == "content" else f"{field}:{text}"

    def clean(self, query_fragment: str) -> str:
        """Return the text as it is: in our language nothing needs escaping."""
        return query_fragment

    def matching_all_fragment(self) -> str:
        """Return the query of all reports: the empty one."""
        return ""

    def build_params(self, spelling_query: str | None = None) -> dict[str, Any]:
        """Return Haystack's parameters and ours."""
        params: dict[str, Any] = super().build_params(spelling_query)
        return params | {
            "choices": self.choices,
            "is_relaxed": self.is_relaxed,
            "is_literal": self.is_literal,
            "in_headline": self.in_headline,
        }

    def post_process_facets(self, results: dict[str, Any]) -> dict[str, Any]:
        """Return the counts as they are, and keep the query as the backend read it."""
        self.parsed = results["parsed"]
        facets: dict[str, Any] = results["facets"]
        return facets

    def _clone(self, klass: type | None = None, using: str | None = None) -> "ArchiveSearchQuery":
        clone: ArchiveSearchQuery = super()._clone(klass, using)
        clone.choices = dict(self.choices)
        clone.is_relaxed = self.is_relaxed
        clone.is_literal = self.is_literal
        clone.in_headline = self.in_headline
        return clone


class ArchiveSearchQuerySet(SearchQuerySet):
    """A SearchQuerySet with multi-select facets and relaxed words."""

    def choose(self, choices: Mapping[str, tuple[str, ...]]) -> "ArchiveSearchQuerySet":
        """Narrow to reports with any of the values of each facet; the counts of a facet leave its own choice out.

        A year can be a range, 2008..2013, or UNDATED.
        """
        clone: ArchiveSearchQuerySet = self._clone()
        clone.query.choices |= choices
        return clone

    def count_facets(self, names: Iterable[str]) -> "ArchiveSearchQuerySet":
        """Count the values of these facets."""
        clone: ArchiveSearchQuerySet = self._clone()
        for name in names:
            clone.query.add_field_facet(name)
        return clone

    def as_typed(self) -> "ArchiveSearchQuerySet":
        """Search words as typed, without other names of what they name."""
        clone: ArchiveSearchQuerySet = self._clone()
        clone.query.is_literal = True
        return clone

    def look_in_headlines(self) -> "ArchiveSearchQuerySet":
        """Look for the words in kickers and headlines alone."""
        clone: ArchiveSearchQuerySet = self._clone()
        clone.query.in_headline = True
        return clone

    def _load_model_objects(self, model: type[Article], pks: Iterable[int]) -> dict[int, Article]:
        return load_hits(pks)

    def relax(self) -> "ArchiveSearchQuerySet":
        """Ask for any of the words instead of all."""
        clone: ArchiveSearchQuerySet = self._clone()
        clone.query.is_relaxed = True
        return clone
