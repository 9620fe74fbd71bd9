"""The reports of a list -> the same, the versions of one report together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from archive.desk.fingerprint import measure_likeness
from archive.desk.near_duplicates import COPY
from archive.desk.shingling import text_of
from archive.models import Article, ArticleShingle, ComparedPair

# One fingerprint in common is chance.
_LEAST_SHARED = 2

Sketches = dict[int, set[int]]
Pairs = set[tuple[int, int]]


def fold_versions(articles: Iterable[Article]) -> list[list[Article]]:
    """Return the reports in their order, each with the later ones that are copies of it, in two queries.

    Two that an editor compared and kept are no versions of one report.
    """
    ordered = list(articles)
    sketches = _read_sketches(ordered)
    kept = _read_kept(ordered)
    groups: list[list[Article]] = []
    for article in ordered:
        group = next((group for group in groups if _is_version(article, group, sketches, kept)), None)
        if group is None:
            groups.append([article])
        else:
            group.append(article)
    return groups


def _is_version(article: Article, group: Sequence[Article], sketches: Sketches, kept: Pairs) -> bool:
    """Return whether a report is a copy of the first of a group, and of none in it kept as another."""
    first = group[0]
    own, others = sketches[article.pk], sketches[first.pk]
    if len(own & others) < _LEAST_SHARED or any(_pair(article.pk, each.pk) in kept for each in group):
        return False
    return measure_likeness(text_of(article), text_of(first)) >= COPY


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _read_sketches(articles: Iterable[Article]) -> Sketches:
    sketches: Sketches = defaultdict(set)
    shingles = ArticleShingle.objects.filter(article__in=[article.pk for article in articles])
    for key, value in shingles.values_list("article", "value"):
        sketches[key].add(value)
    return sketches


def _read_kept(articles: Iterable[Article]) -> Pairs:
    keys = [article.pk for article in articles]
    return set(ComparedPair.objects.filter(first__in=keys, second__in=keys).values_list("first", "second"))
