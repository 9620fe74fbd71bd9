"""The history of a record in the admin: every version, who made it, and the way back to it."""

from simple_history.admin import SimpleHistoryAdmin


class VersionedAdmin(SimpleHistoryAdmin):
    """An admin whose versions are named in Chinese throughout; the library's own page is English at the top."""

    object_history_form_template = "archive/admin/version.html"
