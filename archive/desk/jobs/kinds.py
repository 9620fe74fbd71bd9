"""Jobs: the kinds of work, each with the function that does one item of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string

from archive.models import Article, ItemState, JobItem, JobKind, Page


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What became of an item: done, skipped or failed, why in one sentence, what it made or found, what is like it."""

    state: ItemState
    message: str = ""
    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    similar_pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """How an item is done.

    `write` names a function `(item) -> ItemOutcome`. It runs in one transaction with the outcome: killed in the
    middle, it has done nothing, and an item is never done twice. What takes long and writes nothing, such as
    reading a file, belongs into `read`, a function `(item) -> Any` that runs before the transaction, so that nobody
    waits for the database meanwhile; `write` is then called with `(item, what was read)`. A RefusedError of either
    is the item's failure, told in its own words; any other exception is a failure that the log explains.

    `permission` is what a person needs who starts such a job, stops it or lets it go on.
    """

    permission: str
    write: str
    read: str = ""

    def load_reader(self) -> Callable[[JobItem], tuple[Any, ...]]:
        """Return the function that gives `write` its arguments after the item."""
        if not self.read:
            return lambda item: ()
        read = import_string(self.read)
        return lambda item: (read(item),)

    def load_writer(self) -> Callable[..., ItemOutcome]:
        """Return the function that does an item."""
        write: Callable[..., ItemOutcome] = import_string(self.write)
        return write


# Names, so that this module imports none of them: their modules start jobs.
KINDS = {
    JobKind.ADD_PAGES: Kind(
        permission="archive.add_page",
        write="archive.desk.adding.take_in_file",
        read="archive.desk.adding.read_handed_in",
    ),
    JobKind.IMPORT_ARTICLES: Kind(
        permission="archive.add_article",
        write="archive.desk.bulk.import_job.import_row",
        read="archive.desk.bulk.import_job.read_vocabulary",
    ),
    JobKind.CHANGE_ARTICLES: Kind(
        permission="archive.change_article", write="archive.desk.bulk.applying.change_article"
    ),
    JobKind.UNDO_CHANGE: Kind(permission="archive.change_article", write="archive.desk.bulk.undoing.undo_item"),
    JobKind.RETAG: Kind(
        permission="archive.change_initiative",
        write="archive.desk.tagging.retagging.retag_item",
    ),
}
