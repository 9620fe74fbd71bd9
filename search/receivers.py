"""The archive's signals -> the outbox, and what the search keeps in memory."""

from django.db.models.signals import post_delete, post_save

from archive.models import City, Province
from archive.signals import articles_changed
from search.outbox import record_changes
from search.regions import forget_regions

articles_changed.connect(record_changes, dispatch_uid="search.outbox")
for model in (City, Province):
    for signal in (post_save, post_delete):
        signal.connect(forget_regions, sender=model, dispatch_uid=f"search.regions.{model.__name__}")
