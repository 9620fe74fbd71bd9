"""The work list: articles on their way to readers that look like another one -> those wanted, and their lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.desk.near_duplicates import WaitingPair, find_waiting_pairs
from archive.desk.working.articles import describe_articles, find_articles
from archive.desk.working.kinds import WorkOrder
from archive.desk.working.rows import Row
from archive.desk.working.wanted import Wanted
from archive.models import Article

MOST_PAIRS = 50


def waiting_pairs() -> Sequence[WaitingPair]:
    """Return the pairs that look most alike; there may be more than `MOST_PAIRS`."""
    return find_waiting_pairs(MOST_PAIRS)


def find_pairs(pairs: Sequence[WaitingPair], wanted: Wanted) -> Sequence[WaitingPair]:
    """Return those of the pairs whose waiting article is wanted, the most alike first unless another order is."""
    found = list(_find_waiting(pairs, wanted))
    kept = [pair for pair in pairs if pair.article in found]
    if wanted.order is not WorkOrder.LONGEST:
        kept.sort(key=lambda pair: found.index(pair.article))
    return kept


def describe_pairs(pairs: Iterable[WaitingPair]) -> tuple[Row, ...]:
    """Return the line of each pair, with what is known of its waiting article."""
    shown = tuple(pairs)
    rows = {row.thing: row for row in describe_articles(_find_waiting(shown, Wanted()))}
    # Between the two queries an article may have gone.
    return tuple(replace(rows[pair.article], thing=pair) for pair in shown if pair.article in rows)


def _find_waiting(pairs: Sequence[WaitingPair], wanted: Wanted) -> Iterable[Article]:
    return find_articles(Article.objects.filter(pk__in=[pair.article.pk for pair in pairs]), wanted)
