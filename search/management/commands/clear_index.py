"""Haystack's clear_index, for engines that are there: without a name those that have an index."""

from typing import Any

from haystack.management.commands import clear_index

from search.management.engine_names import require_indexes


class Command(clear_index.Command):
    """Take all articles out of the generation that answers."""

    help = "Take all articles out of the index; rebuild_index brings them back."

    def handle(self, **options: Any) -> None:
        """Refuse an engine that is not there or has no sound index before anything is asked or taken out."""
        super().handle(**options | {"using": require_indexes(options["using"])})
