"""Haystack's rebuild_index, made safe: a new generation beside the old one instead of an emptied index."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from filelock import Timeout
from haystack import connections

from search.engines.backend import ArchiveSearchBackend
from search.jobs import refresh_suggestions
from search.management.engine_names import require_engines
from search.rebuild import RebuildError, engines_with_index, rebuild


class Command(BaseCommand):
    """Build a new generation of the index and switch to it."""

    help = "Build the index anew from the database, beside the one that answers, then switch to it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what Haystack's own command takes; only --using matters here."""
        parser.add_argument("-u", "--using", action="append", default=[], help="an engine; may be repeated")
        parser.add_argument("--noinput", action="store_true", help="accepted: nothing is asked")
        for name in ("-b --batch-size", "-k --workers", "-t --max-retries"):
            parser.add_argument(*name.split(), type=int, help="accepted: chosen by itself")
        parser.add_argument("--nocommit", action="store_true", help="accepted: has no meaning here")

    def handle(self, **options: Any) -> None:
        """Rebuild the engines asked for, else those that have an index and the one that answers the site."""
        require_engines(options["using"])
        backend: ArchiveSearchBackend = connections["default"].get_backend()
        engines = options["using"] or {backend.engine_name, *engines_with_index()}
        for engine in sorted(engines):
            self.rebuild(connections[engine].get_backend().engine_name)
        refresh_suggestions()

    def rebuild(self, engine: str) -> None:
        """Rebuild one engine's index and say what came of it."""
        try:
            rebuilt = rebuild(engine, self.stdout.write)
        except Timeout as error:
            raise CommandError(f"{engine}: a rebuild is running already") from error
        except RebuildError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{rebuilt.generation.name}: {rebuilt.articles} articles, now answering")
