"""Counts of queries: how often each was asked on a day, and nothing of who asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_COUNTED = 100


class QueryCount(models.Model):
    """One query on one day, in the form of search/queries/folding.py.

    `found_nothing` counts the times that no report was found, `relaxed` those that no report had all of it;
    `readers` the askers who had not asked it before, as far as their own past searches tell.
    """

    day = models.DateField(_("日期"))
    query = models.CharField(_("检索式"), max_length=LONGEST_COUNTED)
    asked = models.PositiveIntegerField(_("检索次数"), default=0)
    found_nothing = models.PositiveIntegerField(_("没有找到"), default=0)
    relaxed = models.PositiveIntegerField(_("放宽才找到"), default=0)
    readers = models.PositiveIntegerField(_("检索人次"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("检索统计")
        ordering = ("-day", "query")
        constraints = (models.UniqueConstraint(fields=("query", "day"), name="query_once_a_day"),)
        indexes = (models.Index(fields=("day",), name="query_count_day"),)
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.day}: {self.query}"
