"""The desk: articles and pages as they are saved -> their fingerprints, written in the same transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_q.tasks import async_task

from archive.body import printed_text
from archive.desk.fingerprint import make_sketch
from archive.models import Article, ArticleShingle, Page, PageShingle
from archive.signals import articles_changed

_BATCH = 200

Shingle = type[ArticleShingle] | type[PageShingle]


def text_of(article: Article) -> str:
    """Return the text by which an article is compared with others."""
    return f"{article.headline}\n{printed_text(article.body)}"


@receiver(articles_changed, sender=Article)
def sketch_articles(ids: Iterable[int], **_: Any) -> None:
    """Write the fingerprints of articles as they are now. Call inside the transaction of their change."""
    for some in _in_batches(list(ids)):
        articles = Article.objects.filter(pk__in=some).only("pk", "headline", "body")
        _write(ArticleShingle, "article_id", {article.pk: make_sketch(text_of(article)) for article in articles})


@receiver(post_save, sender=Page)
def sketch_page(instance: Page, created: bool, **_: Any) -> None:
    """Write the fingerprints of a new page; its text never changes."""
    if created:
        _write(PageShingle, "page_id", {instance.pk: make_sketch(instance.text)})


def order_missing_sketches() -> None:
    """Have the worker sketch what came in before there were fingerprints, if there is any."""
    if Article.objects.filter(shingles=None).exists() or Page.objects.filter(shingles=None).exists():
        async_task(f"{fill_sketches.__module__}.{fill_sketches.__name__}")


def fill_sketches() -> int:
    """Sketch the articles and pages without fingerprints, and return how many. Killed, it goes on where it stood."""
    articles = Article.objects.filter(shingles=None).order_by("pk")
    pages = Page.objects.filter(shingles=None).order_by("pk")
    filled = 0
    for some in _in_batches(list(articles.values_list("pk", flat=True))):
        with transaction.atomic():
            sketch_articles(some)
        filled += len(some)
    for some in _in_batches(list(pages.values_list("pk", flat=True))):
        with transaction.atomic():
            texts = Page.objects.filter(pk__in=some).values_list("pk", "text")
            _write(PageShingle, "page_id", {pk: make_sketch(text) for pk, text in texts})
        filled += len(some)
    return filled


def _write(shingles: Shingle, owner: str, sketches: Mapping[int, frozenset[int]]) -> None:
    """Bring the stored fingerprints of some articles or pages to what they should be."""
    stored = list(shingles.objects.filter(**{f"{owner}__in": sketches}).values_list("pk", owner, "value"))
    stale = [pk for pk, key, value in stored if value not in sketches[key]]
    if stale:
        shingles.objects.filter(pk__in=stale).delete()
    wanted = {(key, value) for key, values in sketches.items() for value in values}
    missing = sorted(wanted - {(key, value) for _pk, key, value in stored})
    rows = [shingles(**{owner: key, "value": value}) for key, value in missing]
    # Another save of the same article may be writing the same rows.
    shingles.objects.bulk_create(rows, ignore_conflicts=True)  # type: ignore[arg-type]


def _in_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield keys in numbers that a database takes in one query."""
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
