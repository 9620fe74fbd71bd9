"""Compared pairs: two articles that look alike, and that an editor looked at and keeps both."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article


class ComparedPair(models.Model):
    """Two articles that are no copies of each other; `first` has the smaller key."""

    first = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("稿件"))
    second = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("另一篇稿件"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("编辑")
    )
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("比较过的稿件")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="pair_compared_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="pair_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
