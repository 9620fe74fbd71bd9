"""Arrivals: when readers could first find a report, which says to whom it is new."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrival(models.Model):
    """The first time that an article was in the index; a later correction or a new index changes nothing of it."""

    article_id = models.BigIntegerField(_("稿件编号"), primary_key=True)
    arrived = models.DateTimeField(_("收录时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("收录")
        ordering = ("-arrived", "-article_id")
        indexes = (models.Index(fields=("-arrived", "-article_id"), name="arrival_newest"),)

    def __str__(self) -> str:
        return f"{self.article_id}: {self.arrived}"
