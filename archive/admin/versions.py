"""The history of a record in the admin: every version, who made it, and the way back to it."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin


class VersionedAdmin(SimpleHistoryAdmin):
    """An admin whose versions are told in Chinese throughout; the library's own pages are English in part."""

    object_history_list_template = "archive/admin/versions.html"
    object_history_form_template = "archive/admin/version.html"

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Bring a version back in one transaction, like every other save of the admin."""
        with transaction.atomic():
            return super().history_form_view(request, object_id, version_id, extra_context)
