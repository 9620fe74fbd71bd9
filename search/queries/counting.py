"""An answered query -> the counts of its day; nothing of who asked is kept."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from search.find import Answer
from search.models import QueryCount
from search.queries.folding import fold_query
from search.request import SearchRequest


def is_typed(request: SearchRequest) -> bool:
    """Return whether a request is a query as it comes from the search box: no facet chosen, no page turned."""
    return bool(request.text) and request == SearchRequest(text=request.text)


def count_query(answer: Answer, is_new_reader: bool) -> None:
    """Count a query once; one of nothing but signs is none."""
    query = fold_query(answer.request.text)
    if not query:
        return
    row = QueryCount.objects.filter(query=query, day=timezone.localdate())
    changes = {
        "asked": F("asked") + 1,
        "found_nothing": F("found_nothing") + (not answer.total),
        "relaxed": F("relaxed") + bool(answer.is_relaxed and answer.total),
        "readers": F("readers") + is_new_reader,
    }
    with transaction.atomic():
        if not row.update(**changes):
            _add_row(query)
            row.update(**changes)


def _add_row(query: str) -> None:
    try:
        with transaction.atomic():
            QueryCount.objects.create(query=query, day=timezone.localdate())
    except IntegrityError:
        """Another process added it a moment ago."""
