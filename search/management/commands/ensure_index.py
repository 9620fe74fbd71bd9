"""Make sure that the site can be searched: build the index if there is none, else bring it up to date."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from search.engines.contract import IndexDamagedError
from search.jobs import refresh_suggestions
from search.models import SuggestionKey, SuggestionKind
from search.outbox import drain
from search.rebuild import ensure_index, rebuild
from search.schedules import schedule_jobs


class Command(BaseCommand):
    """Build a missing index, drain the outbox of one that is there."""

    help = "Build the index of SEARCH_ENGINE if there is none, else bring it up to date."

    def handle(self, **options: Any) -> None:
        """Build or drain; give the worker its schedule."""
        schedule_jobs()
        if ensure_index(settings.SEARCH_ENGINE, self.stdout.write):
            self.stdout.write(f"{settings.SEARCH_ENGINE}: index built")
        else:
            self.update(settings.SEARCH_ENGINE)
        if not SuggestionKey.objects.filter(kind=SuggestionKind.REGION).exists():
            refresh_suggestions()

    def update(self, engine: str) -> None:
        """Drain the outbox; an index too damaged to take changes is built anew."""
        try:
            drain(engine, wait_seconds=60)
        except IndexDamagedError as error:
            self.stdout.write(f"{engine}: {error}")
            rebuild(engine, self.stdout.write)
            self.stdout.write(f"{engine}: index built anew")
