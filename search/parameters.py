"""A request <-> what is kept of it: the parameters of its first page, as one line of text."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from search.request import SearchRequest, read_request

# What a web server takes as an address, with room for the path.
LONGEST_KEPT = 3500


def write_parameters(request: SearchRequest) -> str:
    """Return what is kept of a request: neither its page nor the filter of a facet."""
    return urlencode(list(replace(request, number=1, programme_filter="").pairs()))


def read_text(parameters: str) -> str:
    """Return the query of the request that was kept; the rest is not read."""
    return QueryDict(parameters).get("q", "").strip()


def read_parameters(parameters: str) -> SearchRequest:
    """Return the request that was kept."""
    return read_request(QueryDict(parameters))
