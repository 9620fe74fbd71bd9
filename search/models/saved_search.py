"""Saved searches: what a person looks for again and again."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 60


class SavedSearch(models.Model):
    """A search under a person's own name for it; `parameters` is the address of its results after the `?`.

    `seen` is when the person last looked at what it finds.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches", verbose_name=_("用户")
    )
    name = models.CharField(_("名称"), max_length=LONGEST_NAME)
    parameters = models.TextField(_("检索"))
    created = models.DateTimeField(_("存下时间"), auto_now_add=True)
    seen = models.DateTimeField(_("上次看的时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("存下的检索")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address that opens it."""
        return reverse("saved_search", args=[self.pk])
