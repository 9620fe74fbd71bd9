"""What can be suggested -> the table of keys that all web processes ask; only rows that differ are written.

Every step compares the keys of some targets with the archive in one transaction: killed anywhere, a step is done
or not begun, and doing it again changes nothing.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from archive.models import Article, ArticlePerson
from search.models import OutboxRow, SuggestionKey, SuggestionKind
from search.rows import insert_rows
from search.suggesting.keys import Key, headline_keys, inner_keys, name_keys
from search.suggesting.sources import Source, Targets, list_targets, read_sources

# Regions last: where they are there, all was filled once.
STORED_KINDS = (SuggestionKind.PROGRAMME, SuggestionKind.PERSON, SuggestionKind.HEADLINE, SuggestionKind.REGION)
_OUTBOX = "suggestions"  # beside the generations of indexes
_BATCH = 500

Item = TypeVar("Item")
Row = tuple[str, bytes, str, bool, int]
_COLUMNS = ("target", "key", "alias", "is_inside", "weight")


def refresh_all() -> None:
    """Compare all keys with the archive: add those of what is new, take out those of what has gone."""
    for kind in STORED_KINDS:
        wanted = list_targets(kind)
        stored = SuggestionKey.objects.filter(kind=kind).order_by().values_list("target", flat=True).distinct()
        gone = set(stored).difference(wanted)
        for targets in _batches([*wanted, *gone]):
            refresh(kind, targets)


def refresh(kind: SuggestionKind, targets: Targets) -> None:
    """Compare the keys of some targets with the archive and write what differs."""
    with transaction.atomic():
        wanted = {row for source in read_sources(kind, targets) for row in _rows(kind, source)}
        surplus = []
        for pk, target, key, *rest in _stored(kind, targets).values_list("pk", *_COLUMNS):
            row = (target, bytes(key), *rest)
            if row in wanted:
                wanted.discard(row)
            else:
                surplus.append(pk)
        for pks in _batches(surplus):
            SuggestionKey.objects.filter(pk__in=pks).delete()
        insert_rows(SuggestionKey, ("kind", *_COLUMNS), [(kind.value, *row) for row in sorted(wanted)])


def record_articles(sender: type, ids: Iterable[int], **_: object) -> None:
    """Note changed articles in their transaction; their keys are refreshed once it is committed."""
    if sender not in (Article, ArticlePerson):
        return
    rows = [OutboxRow(generation=_OUTBOX, article_id=pk) for pk in ids]
    OutboxRow.objects.bulk_create(rows, batch_size=_BATCH)
    transaction.on_commit(drain_articles, robust=True)


def drain_articles() -> None:
    """Refresh the headlines and people of all articles noted."""
    noted = OutboxRow.objects.filter(generation=_OUTBOX)
    while noted.exists():
        with transaction.atomic():
            rows = list(noted.values_list("pk", "article_id")[:_BATCH])
            articles = {pk for _row, pk in rows}
            refresh(SuggestionKind.HEADLINE, [str(pk) for pk in articles])
            signed = ArticlePerson.objects.filter(article__in=articles).order_by()
            refresh(SuggestionKind.PERSON, set(signed.values_list("name", flat=True)))
            OutboxRow.objects.filter(pk__in=[pk for pk, _article in rows]).delete()


def _stored(kind: SuggestionKind, targets: Targets) -> QuerySet[SuggestionKey]:
    return SuggestionKey.objects.filter(kind=kind, target__in=targets).order_by()


def _rows(kind: SuggestionKind, source: Source) -> Iterator[Row]:
    if kind is SuggestionKind.HEADLINE:
        yield from _to_rows(source, "", headline_keys(source.name))
        return
    for name, alias in ((source.name, ""), *((alias, alias) for alias in source.aliases)):
        yield from _to_rows(source, alias, name_keys(name))
        if kind is SuggestionKind.PROGRAMME:
            yield from _to_rows(source, alias, inner_keys(name))


def _to_rows(source: Source, alias: str, keys: Iterable[Key]) -> Iterator[Row]:
    for key in keys:
        yield source.target, key.text.encode("utf-8", "surrogatepass"), alias, key.is_inside, source.weight


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
