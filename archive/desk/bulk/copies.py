"""Bulk change: articles -> those of them that have so much in common with another that they may be copies of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from archive.models import ArticleShingle, Status

_AT_ONCE = 100
_LEAST_SHARED = 2


def find_suspects(keys: Iterable[int]) -> frozenset[int]:
    """Return the keys of the articles that are to be compared with others, in two queries for every hundred."""
    wanted = tuple(keys)
    return frozenset(
        key for start in range(0, len(wanted), _AT_ONCE) for key in _find_in_batch(wanted[start : start + _AT_ONCE])
    )


def _find_in_batch(keys: tuple[int, ...]) -> Iterable[int]:
    own: dict[int, list[int]] = defaultdict(list)
    sizes: Counter[int] = Counter()
    for article, value in ArticleShingle.objects.filter(article__in=keys).values_list("article", "value"):
        own[value].append(article)
        sizes[article] += 1
    others = ArticleShingle.objects.filter(value__in=list(own)).exclude(article__status=Status.WITHDRAWN)
    shared: Counter[tuple[int, int]] = Counter()
    for other, value in others.values_list("article", "value"):
        shared.update((article, other) for article in own[value] if article != other)
    return {article for (article, _other), count in shared.items() if count >= min(_LEAST_SHARED, sizes[article])}
