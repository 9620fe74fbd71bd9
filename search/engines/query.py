"""Haystack's query object for our engines: it hands a query in the language of search/language.py on."""

from typing import Any

from haystack.backends import BaseSearchQuery
from haystack.inputs import Clean
from haystack.query import SearchQuerySet


class ArchiveSearchQuery(BaseSearchQuery):
    """A Haystack query that also carries the choices of facets and whether the words are relaxed."""

    def __init__(self, using: str = "default") -> None:
        super().__init__(using=using)
        self.choices: dict[str, tuple[str, ...]] = {}
        self.is_relaxed = False

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
        return params | {"choices": self.choices, "is_relaxed": self.is_relaxed}

    def _clone(self, klass: type | None = None, using: str | None = None) -> "ArchiveSearchQuery":
        clone: ArchiveSearchQuery = super()._clone(klass, using)
        clone.choices = dict(self.choices)
        clone.is_relaxed = self.is_relaxed
        return clone


class ArchiveSearchQuerySet(SearchQuerySet):
    """A SearchQuerySet with multi-select facets and relaxed words."""

    def choose(self, facet: str, values: tuple[str, ...]) -> "ArchiveSearchQuerySet":
        """Narrow to reports with any of these values; the counts of the facet itself leave this out.

        A year can be a range: 2008..2013.
        """
        clone: ArchiveSearchQuerySet = self._clone()
        if values:
            clone.query.choices[facet] = values
        return clone

    def relax(self) -> "ArchiveSearchQuerySet":
        """Ask for any of the words instead of all."""
        clone: ArchiveSearchQuerySet = self._clone()
        clone.query.is_relaxed = True
        return clone
