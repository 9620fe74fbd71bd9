"""The address of a report that a hit leads to <-> the runs that are marked in it, and the results it was found in."""

from urllib.parse import urlencode

from django.http import QueryDict

from archive.models import Article
from search.language import parse_query
from search.request import SearchRequest, read_request

FIRST_MARK = "mark-1"
_RELAXED = "relaxed"


def marked_url(article: Article, request: SearchRequest, is_relaxed: bool) -> str:
    """Return the address of a report as a request found it, open at the first mark of a query."""
    pairs = list(request.pairs())
    if is_relaxed:
        pairs.append((_RELAXED, "1"))
    asked = f"?{urlencode(pairs)}" if pairs else ""
    mark = f"#{FIRST_MARK}" if request.text else ""
    return f"{article.get_absolute_url()}{asked}{mark}"


def read_runs(parameters: QueryDict) -> tuple[str, ...]:
    """Return the runs to mark that an address names, none without a query."""
    request = read_request(parameters)
    if not request.text:
        return ()
    parsed = parse_query(request.text, request.is_literal)
    return (parsed.relax() if parameters.get(_RELAXED) == "1" else parsed).runs


def results_url(parameters: QueryDict) -> str:
    """Return the address of the results that a report was found in, empty where its own address names none."""
    request = read_request(parameters)
    return "" if request == SearchRequest() else request.url
