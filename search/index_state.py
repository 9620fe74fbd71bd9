"""The index that answers -> what an editor should know of it: when it was built, and which words do not count in it."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django_q.models import OrmQ

from search.dictionary import collect_words, read_dictionary
from search.generations import Generation, Generations
from search.vocabulary import names_for_dictionary

REBUILD = "search.jobs.rebuild_index"


@dataclass(frozen=True, slots=True)
class IndexState:
    """The index that answers. `new_words` are not in its dictionary yet, `old_words` still are."""

    name: str
    built: datetime.datetime | None
    new_words: tuple[str, ...]
    old_words: tuple[str, ...]
    is_rebuild_ordered: bool

    @property
    def is_up_to_date(self) -> bool:
        """Whether a rebuild would cut words no other way."""
        return not (self.new_words or self.old_words)


def read_index_state() -> IndexState:
    """Return the state of the index that the site answers from; without one all words are new."""
    generation = Generations(settings.SEARCH_INDEX_DIR / settings.SEARCH_ENGINE).current()
    wanted = set(collect_words(names_for_dictionary()))
    there = {word for word, _frequency, _tag in read_dictionary(generation.dictionary_path)} if generation else set()
    return IndexState(
        name=generation.name if generation else "",
        built=_read_time(generation) if generation else None,
        new_words=tuple(sorted(wanted - there)),
        old_words=tuple(sorted(there - wanted)),
        is_rebuild_ordered=is_rebuild_ordered(),
    )


def is_rebuild_ordered() -> bool:
    """Return whether a rebuild waits for the worker or is in its hands."""
    return any(row.task and row.task["func"] == REBUILD for row in OrmQ.objects.all())


def _read_time(generation: Generation) -> datetime.datetime:
    """Return when the words of a generation were written down, the first thing of a build."""
    seconds = generation.dictionary_path.stat().st_mtime
    return datetime.datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())
