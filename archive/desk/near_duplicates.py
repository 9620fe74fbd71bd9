"""The desk: an article or a page -> those already in the archive that have nearly the same text."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Count, Q

from archive.desk.fingerprint import make_sketch, measure_likeness
from archive.desk.shingling import text_of
from archive.models import Article, ArticleShingle, ComparedPair, Page, PageShingle, Status

# The thresholds of repeated blocks: from the first on it is a copy, from the second on a person should look.
COPY = 0.8
LOOKS_ALIKE = 0.5

# One fingerprint in common is chance; so many of a page's are the same page, read once more.
_LEAST_SHARED = 2
_LEAST_SHARED_OF_PAGES = 4
_LEAST_SHARED_OF_WAITING = 6
_LOOKED_AT = 8
_WAITING_LOOKED_AT = 1000
_TOO_COMMON = 50


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """An article that looks like the one asked about."""

    article: Article
    likeness: float

    @property
    def percent(self) -> int:
        """The likeness in whole percent, never more than it is."""
        return int(self.likeness * 100)

    @property
    def is_copy(self) -> bool:
        """Whether it is a copy and not only alike."""
        return self.likeness >= COPY


@dataclass(frozen=True, slots=True)
class WaitingPair:
    """An article on its way to readers, and one in the archive that it looks like."""

    article: Article
    other: NearDuplicate


@dataclass(frozen=True, slots=True)
class SimilarPage:
    """A page with nearly the same text."""

    page: Page
    likeness: float

    @property
    def percent(self) -> int:
        """The likeness in whole percent, never more than it is."""
        return int(self.likeness * 100)


def find_near_duplicates(article: Article) -> tuple[NearDuplicate, ...]:
    """Return the articles that look like a stored one, the most alike first.

    Withdrawn ones are left out, and those that an editor compared with it and kept.
    """
    text = text_of(article)
    left_out = {article.pk, *_compared_with(article)}
    candidates = _sharing(make_sketch(text), left_out)
    found = [NearDuplicate(other, measure_likeness(text, text_of(other))) for other in candidates]
    alike = [one for one in found if one.likeness >= LOOKS_ALIKE]
    return tuple(sorted(alike, key=lambda one: (-one.likeness, one.article.pk)))


def find_copies(article: Article) -> tuple[NearDuplicate, ...]:
    """Return those that nobody has compared with the article and that it should not be published beside unseen."""
    return tuple(one for one in find_near_duplicates(article) if one.is_copy)


def find_similar_page(text: str, apart_from: Page | None = None) -> SimilarPage | None:
    """Return the page in the archive of which a text is another reading: the same print, other mistakes."""
    key = apart_from.pk if apart_from else None
    shared = (
        PageShingle.objects.filter(value__in=make_sketch(text))
        .exclude(page=key)
        .values_list("page", flat=True)
        .annotate(shared=Count("pk"))
        .filter(shared__gte=_LEAST_SHARED_OF_PAGES)
        .order_by("-shared", "page")[:_LOOKED_AT]
    )
    pages = Page.objects.select_related("newspaper").filter(pk__in=list(shared))
    alike = [SimilarPage(page, measure_likeness(text, page.text)) for page in pages]
    best = max(alike, key=lambda one: one.likeness, default=None)
    return best if best and best.likeness >= COPY else None


def find_waiting_pairs(limit: int = 50) -> tuple[WaitingPair, ...]:
    """Return the articles not yet published that look like another one, and that other, the most alike first.

    Of the articles that wait, the last 1,000 are looked at.
    """
    compared = set(ComparedPair.objects.values_list("first", "second"))
    keys = [pair for pair in _waiting_keys(2 * limit) if (min(pair), max(pair)) not in compared]
    articles = Article.objects.with_relations().in_bulk({key for pair in keys for key in pair})
    pairs = [
        WaitingPair(articles[one], NearDuplicate(articles[other], _likeness(articles[one], articles[other])))
        for one, other in keys[:limit]
    ]
    alike = [pair for pair in pairs if pair.other.likeness >= LOOKS_ALIKE]
    return tuple(sorted(alike, key=lambda pair: (-pair.other.likeness, pair.article.pk)))


def keep_both(article: Article, other: Article, user: User) -> None:
    """Remember that two articles are no copies of each other."""
    first, second = sorted((article.pk, other.pk))
    ComparedPair.objects.get_or_create(first_id=first, second_id=second, defaults={"user": user})


def _likeness(one: Article, other: Article) -> float:
    return measure_likeness(text_of(one), text_of(other))


def _compared_with(article: Article) -> Iterable[int]:
    pairs = ComparedPair.objects.filter(Q(first=article) | Q(second=article)).values_list("first", "second")
    return (key for pair in pairs for key in pair)


def _sharing(sketch: frozenset[int], left_out: set[int]) -> list[Article]:
    """Return the articles with the most of some fingerprints."""
    shared = (
        ArticleShingle.objects.filter(value__in=sketch)
        .exclude(article__in=left_out)
        .exclude(article__status=Status.WITHDRAWN)
        .values_list("article", flat=True)
        .annotate(shared=Count("pk"))
        .filter(shared__gte=min(_LEAST_SHARED, len(sketch)))
        .order_by("-shared", "article")[:_LOOKED_AT]
    )
    return list(Article.objects.with_relations().filter(pk__in=list(shared)))


def _waiting_keys(limit: int) -> list[tuple[int, int]]:
    """Return the keys of unpublished articles, each with that of an article with which it has fingerprints in common.

    Of two that both wait, the later one is told of. Fingerprints that very many articles have say nothing and would
    make the join of the table with itself, which the ORM does not know, a matter of minutes.
    """
    query = """
        WITH waiting AS MATERIALIZED (
            SELECT id FROM archive_article WHERE status IN (%s, %s) ORDER BY id DESC LIMIT %s
        ), rare AS MATERIALIZED (
            SELECT own.article_id, own.value
            FROM waiting CROSS JOIN archive_articleshingle own
            WHERE own.article_id = waiting.id AND %s > (
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM archive_articleshingle same WHERE same.value = own.value LIMIT %s
                ) few
            )
        )
        SELECT rare.article_id, other.article_id
        FROM rare
        CROSS JOIN archive_articleshingle other
        CROSS JOIN archive_article beside
        WHERE other.value = rare.value AND other.article_id <> rare.article_id AND beside.id = other.article_id
          AND (beside.status = %s OR beside.status <> %s AND beside.id < rare.article_id)
        GROUP BY rare.article_id, other.article_id
        HAVING COUNT(*) >= %s
        ORDER BY COUNT(*) DESC, rare.article_id, other.article_id
        LIMIT %s
    """
    parameters: list[str | int] = [
        *(Status.DRAFT.value, Status.REVIEW.value, _WAITING_LOOKED_AT, _TOO_COMMON, _TOO_COMMON),
        *(Status.PUBLISHED.value, Status.WITHDRAWN.value, _LEAST_SHARED_OF_WAITING, limit),
    ]
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return [(one, other) for one, other in cursor.fetchall()]
