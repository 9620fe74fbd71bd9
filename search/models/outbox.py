"""The outbox: changes committed to the database and not yet in the index."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutboxRow(models.Model):
    """An article whose entry in one generation of an index is out of date."""

    generation = models.CharField(_("索引代"), max_length=50)
    article_id = models.BigIntegerField(_("稿件编号"))
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("待索引")
        ordering = ("pk",)
        indexes = (models.Index(fields=("generation", "id"), name="outbox_generation"),)

    def __str__(self) -> str:
        return f"{self.generation}: {self.article_id}"
