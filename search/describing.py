"""Requests -> words for each: what a saved or past search is called in a list."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from search.engines.contract import Sort
from search.facets import read_labels
from search.fields import DATE, FACETS
from search.request import SearchRequest


def describe_requests(requests: Sequence[SearchRequest]) -> list[str]:
    """Return the words for each request, in as many database queries as for one.

    送清凉 · 泸州市 · 2008—2013 · 从新到旧
    """
    labels = {
        facet: read_labels(facet, {value for request in requests for value in request.chosen(facet)})
        for facet in (*FACETS, DATE)
    }
    sorts = {Sort.NEWEST: _("从新到旧"), Sort.OLDEST: _("从旧到新"), Sort.PLACE: _("按地区")}

    def describe(request: SearchRequest) -> str:
        chosen = [labels[facet].get(value, value) for facet in labels for value in request.chosen(facet)]
        ways = [_("只查原词") if request.is_literal else "", _("只查标题") if request.in_headline else ""]
        parts = [request.text or ("" if chosen else _("全部报道")), *chosen, *ways, sorts.get(request.sort, "")]
        return " · ".join(filter(None, parts))

    return [describe(request) for request in requests]
