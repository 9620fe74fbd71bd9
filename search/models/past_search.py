"""Past searches: what a person who is logged in looked for last."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PastSearch(models.Model):
    """A search that a person made; `parameters` is the address of its results after the `?`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="past_searches", verbose_name=_("用户")
    )
    parameters = models.TextField(_("检索"))
    asked = models.DateTimeField(_("检索时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("检索记录")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.parameters
