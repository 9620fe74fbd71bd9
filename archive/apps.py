"""The archive: newspapers, pages, articles, and the vocabulary that orders them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Registers the receivers that tell of changed articles."""

    name = "archive"
    verbose_name = _("报道档案")

    def ready(self) -> None:
        """Connect the receivers."""
        from archive import receivers  # noqa: F401
        from archive.desk import shingling  # noqa: F401
        from archive.desk.jobs import schedules  # noqa: F401
