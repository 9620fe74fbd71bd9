"""The archive's signal of changed articles -> the outbox."""

from archive.signals import articles_changed
from search.outbox import record_changes

articles_changed.connect(record_changes, dispatch_uid="search.outbox")
