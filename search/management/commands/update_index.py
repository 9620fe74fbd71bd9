"""Haystack's update_index, for engines that are there: without a name those that have an index."""

from typing import Any

from haystack.management.commands import update_index

from search.management.engine_names import require_indexes


class Command(update_index.Command):
    """Index the articles anew in the generation that answers."""

    help = "Index the articles again in the index that answers; rebuild_index builds another beside it."

    def handle(self, **options: Any) -> None:
        """Refuse an engine that is not there or has no sound index before anything is indexed."""
        super().handle(**options | {"using": require_indexes(options["using"])})
