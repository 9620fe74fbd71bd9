"""A request -> the reports it finds that arrived last: what is told to those who follow a search."""

import datetime
from dataclasses import dataclass, replace

from archive.models import Article
from search.arrivals import newest_arrivals
from search.engines.contract import Sort
from search.fields import ID
from search.find import Answer, find, find_keys
from search.models import Arrival
from search.request import SearchRequest

# Of a search with more reports than a few, only those among so many latest arrivals are told.
_FEW = 1000
_MOST_COMPARED = 5000


@dataclass(frozen=True, slots=True)
class Latest:
    """The answer to a request, and its reports that arrived last with their times, the newest first."""

    answer: Answer
    reports: tuple[tuple[Article, datetime.datetime], ...]


def find_latest(request: SearchRequest, most: int) -> Latest:
    """Find the last arrivals of a request, at most so many. Raises IndexMissingError and IndexDamagedError."""
    answer = find(request, page_size=1)
    if answer.total > _FEW:
        request = request.choose(ID, (str(pk) for pk, _arrived in newest_arrivals(_MOST_COMPARED)))
    keys = find_keys(replace(request, sort=Sort.NEWEST), answer.is_relaxed) if answer.total else []
    arrivals = list(Arrival.objects.filter(pk__in=keys).values_list("pk", "arrived")[:most])
    articles = Article.objects.shown().with_relations().in_bulk([pk for pk, _arrived in arrivals])
    return Latest(answer, tuple((articles[pk], arrived) for pk, arrived in arrivals if pk in articles))
