"""Compare what can be suggested, and the words known by their sound, with the archive; write what differs."""

from typing import Any

from django.core.management.base import BaseCommand

from search.jobs import refresh_suggestions
from search.models import SoundKey, SuggestionKey


class Command(BaseCommand):
    """Refresh the suggestions of the search box and the words of “did you mean”."""

    help = "Bring the suggestions of the search box and the words of “did you mean” up to date with the archive."

    def handle(self, **options: Any) -> None:
        """Refresh both tables; doing it again changes nothing."""
        refresh_suggestions()
        self.stdout.write(f"{SuggestionKey.objects.count()} keys, {SoundKey.objects.count()} sounds")
