"""The work list: the kinds of work that wait at the desk, and the orders they can be looked at in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkKind(models.TextChoices):
    """A list of its own; its value is the anchor and the address of the list."""

    PAGES = "pages", _("待拆版")
    DRAFTS = "drafts", _("草稿")
    REVIEWS = "reviews", _("待审")
    ERROR_REPORTS = "error-reports", _("读者报错")
    DUPLICATES = "duplicates", _("疑似重复")
    PUBLISHED = "published", _("已发布")
    WITHDRAWN = "withdrawn", _("已撤回")

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has to do something about it."""
        return self not in (WorkKind.PUBLISHED, WorkKind.WITHDRAWN)


class WorkOrder(models.TextChoices):
    """What comes first in a list."""

    LONGEST = "longest", _("久的在前")
    LATEST = "latest", _("新的在前")
    PRINTED = "printed", _("按版面")
