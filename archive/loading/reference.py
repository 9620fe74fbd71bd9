"""The committed reference data -> regions, former names, programmes and groups of the database."""

from django.db import transaction

from archive.loading.groups import load_groups
from archive.loading.initiatives import load_initiatives
from archive.loading.outcome import Outcome
from archive.loading.regions import load_regions


@transaction.atomic
def load_reference() -> list[Outcome]:
    """Load everything, or nothing if a file is wrong; a second load changes nothing."""
    return [*load_regions(), *load_initiatives(), load_groups()]
