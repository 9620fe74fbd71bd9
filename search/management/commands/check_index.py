"""Compare the index with the database, and mend it if asked."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from filelock import Timeout

from search.check import Comparison, compare, repair
from search.rebuild import discard_left, engines_with_index


class Command(BaseCommand):
    """Check every index that has been built."""

    help = "Compare the index with the database in both directions; --repair mends what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --repair."""
        parser.add_argument(
            "--repair", action="store_true", help="mend what differs, delete what a killed rebuild left"
        )

    def handle(self, **options: Any) -> None:
        """Check each engine; exit with an error when one differs and was not mended."""
        engines = {settings.SEARCH_ENGINE, *engines_with_index()}
        results = [self.check_engine(engine, options["repair"]) for engine in sorted(engines)]
        for left in discard_left() if options["repair"] else ():
            self.stdout.write(f"{left.name}: half built by a rebuild that was killed; deleted")
        if not all(results):
            raise CommandError("the index differs from the database; check_index --repair mends it")

    def check_engine(self, engine: str, is_repair: bool) -> bool:
        """Check one engine, mend it if asked; return whether it is consistent now."""
        comparison = compare(engine)
        self.stdout.write(describe(engine, comparison))
        if comparison.is_consistent or not is_repair:
            return comparison.is_consistent
        try:
            repair(engine, comparison)
        except Timeout as error:
            raise CommandError(f"{engine}: a rebuild is running already") from error
        comparison = compare(engine)
        self.stdout.write(f"repaired: {describe(engine, comparison)}")
        return comparison.is_consistent


def describe(engine: str, comparison: Comparison) -> str:
    """Return one line that says how an index compares."""
    if comparison.damage:
        return f"{engine}: cannot be read: {comparison.damage}"
    differences = [
        f"{len(ids)} {name} {list(ids[:10])}"
        for name, ids in (
            ("missing", comparison.missing),
            ("left over", comparison.left_over),
            ("out of date", comparison.out_of_date),
        )
        if ids
    ]
    state = ", ".join(differences) or "consistent"
    return f"{engine}: {comparison.articles} articles, {comparison.indexed} indexed: {state}"
