"""The address of a report that a hit leads to <-> the runs that are marked in it."""

from urllib.parse import urlencode

from django.http import QueryDict

from archive.models import Article
from search.language import parse_query
from search.request import SearchRequest, read_request

FIRST_MARK = "mark-1"
_RELAXED = "relaxed"


def marked_url(article: Article, request: SearchRequest, is_relaxed: bool) -> str:
    """Return the address of a report with the marks of a query, open at the first of them."""
    url = article.get_absolute_url()
    if not request.text:
        return url
    pairs = list(SearchRequest(text=request.text, is_literal=request.is_literal).pairs())
    if is_relaxed:
        pairs.append((_RELAXED, "1"))
    return f"{url}?{urlencode(pairs)}#{FIRST_MARK}"


def read_runs(parameters: QueryDict) -> tuple[str, ...]:
    """Return the runs to mark that an address names, none without a query."""
    request = read_request(parameters)
    if not request.text:
        return ()
    parsed = parse_query(request.text, request.is_literal)
    return (parsed.relax() if parameters.get(_RELAXED) == "1" else parsed).runs
