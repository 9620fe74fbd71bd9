"""A beginning as typed -> the queries that readers asked most often of late and that found something.

Nobody's own words show: a query counts when it was asked on several days or by several readers.
"""

import datetime

from django.conf import settings
from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from search.models import QueryCount
from search.queries.folding import fold_query

RECENT_DAYS = 90
_SEVERAL_DAYS = 2
_SEVERAL_READERS = 3
_LAST_CHARACTER = chr(0x10FFFF)


def popular_queries(prefix: str, limit: int) -> list[str]:
    """Return recent popular queries that begin so, the most asked first, in the form of search/queries/folding.py."""
    start = fold_query(prefix)
    if not (settings.QUERY_LOG and start and limit > 0):
        return []
    since = timezone.localdate() - datetime.timedelta(days=RECENT_DAYS)
    rows = QueryCount.objects.filter(query__gte=start, query__lt=start + _LAST_CHARACTER, day__gte=since)
    sums = (
        rows.order_by()
        .values("query")
        .annotate(days=Count("day"), times=Sum("asked"), vain=Sum("found_nothing"), people=Sum("readers"))
    )
    shown = sums.filter(Q(days__gte=_SEVERAL_DAYS) | Q(people__gte=_SEVERAL_READERS), times__gt=F("vain"))
    return list(shown.order_by("-times", "query").values_list("query", flat=True)[:limit])
