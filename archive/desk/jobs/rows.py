"""Jobs: the items of a screen -> their rows, with what the pages are called that they made or found."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.desk.page_names import name_pages
from archive.models import JobItem, Page


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page; `name` is what it is called where it does not say which it is."""

    page: Page
    name: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with its pages."""

    item: JobItem
    pages: tuple[NamedPage, ...]


def build_rows(items: Iterable[JobItem]) -> tuple[ItemRow, ...]:
    """Return the row of each item."""
    pages = {item: tuple(item.pages.all()) for item in items}
    names = name_pages(page for of_item in pages.values() for page in of_item)
    return tuple(
        ItemRow(item, tuple(NamedPage(page, names.get(page.pk, "")) for page in of_item))
        for item, of_item in pages.items()
    )
