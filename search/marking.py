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
    mark = f"#{FIRST_MARK}" if request.text else ""
    return f"{article.get_absolute_url()}{_write_asked(request, is_relaxed)}{mark}"


def read_runs(parameters: QueryDict) -> tuple[str, ...]:
    """Return the runs to mark that an address names, none without a query."""
    request = read_request(parameters)
    if not request.text:
        return ()
    parsed = parse_query(request.text, request.is_literal)
    return (parsed.relax() if _is_relaxed(parameters) else parsed).runs


def results_url(parameters: QueryDict) -> str:
    """Return the address of the results that a report was found in, empty where its own address names none."""
    request = read_request(parameters)
    return "" if request == SearchRequest() else request.url


def read_asked(parameters: QueryDict) -> str:
    """Return what the address of a report says of its results, for the addresses of reports that it leads on to.

    Those are marked by the same query and lead back to the same results, but open at their beginning: whether a report
    that was not found has a mark is not known. What means nothing in an address is not handed on.
    """
    request = read_request(parameters)
    return _write_asked(request, bool(request.text) and _is_relaxed(parameters))


def _is_relaxed(parameters: QueryDict) -> bool:
    return parameters.get(_RELAXED) == "1"


def _write_asked(request: SearchRequest, is_relaxed: bool) -> str:
    pairs = [*request.pairs(), *([(_RELAXED, "1")] if is_relaxed else [])]
    return f"?{urlencode(pairs)}" if pairs else ""
