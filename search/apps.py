"""The search: what is indexed, how a query is read, and what comes back."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Listens to the changes of the archive."""

    name = "search"
    verbose_name = _("检索")

    def ready(self) -> None:
        """Connect the receivers."""
        from search import receivers  # noqa: F401
        from search.suggesting import receivers as suggesting_receivers  # noqa: F401
