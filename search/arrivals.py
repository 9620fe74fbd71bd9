"""Articles that came into the index -> when each could first be found: what is new to whom.

Noted after the index is committed, so that a report is never taken for one that was there to be seen already.
"""

import datetime
from collections.abc import Iterable, Iterator
from itertools import count, islice

from django.utils import timezone

from archive.models import Article
from search.models import Arrival

_BATCH = 2000
_AT_A_TIME = 50


def note_arrivals(ids: Iterable[int]) -> None:
    """Note those of the articles that readers can find now and could not before."""
    _note(Article.objects.shown().filter(pk__in=ids).values_list("pk", flat=True))


def note_all_arrivals() -> None:
    """Note all articles that readers can find now and could not before: after a whole index was built."""
    _note(Article.objects.published().values_list("pk", flat=True))


def _note(found: Iterable[int]) -> None:
    now = timezone.now()
    wanted = set(found)
    known = Arrival.objects.all() if len(wanted) > _BATCH else Arrival.objects.filter(pk__in=wanted)
    new = sorted(wanted - set(known.values_list("pk", flat=True)))
    rows = [Arrival(article_id=pk, arrived=now) for pk in new]
    Arrival.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)


def newest_arrivals(limit: int, after: datetime.datetime | None = None) -> list[tuple[int, datetime.datetime]]:
    """Return the (key, time) of the articles that arrived last, the newest first, those after a time alone."""
    arrivals = Arrival.objects.filter(arrived__gt=after) if after else Arrival.objects.all()
    return list(arrivals.values_list("pk", "arrived")[:limit])


def newest_reports(most: int) -> list[Article]:
    """Return the reports that arrived last of those that readers see now, the newest first, with what lists show."""
    keys = list(islice(_visible_arrivals(), most))
    articles = Article.objects.shown().with_relations().in_bulk(keys)
    return [articles[pk] for pk in keys if pk in articles]


def _visible_arrivals() -> Iterator[int]:
    """Yield the keys of the reports that readers see now, some at a time: a join would go through all arrivals."""
    arrived = Arrival.objects.values_list("pk", flat=True)
    for start in count(0, _AT_A_TIME):
        keys = list(arrived[start : start + _AT_A_TIME])
        seen = set(Article.objects.shown().order_by().filter(pk__in=keys).values_list("pk", flat=True))
        yield from (pk for pk in keys if pk in seen)
        if len(keys) < _AT_A_TIME:
            return
