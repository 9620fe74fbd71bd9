"""Bulk changes: one change of many articles, with what is needed to take it back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article


class BulkAction(models.TextChoices):
    """What is changed."""

    SET_STATUS = "set_status", _("改状态")
    ADD_PROGRAMME = "add_programme", _("加项目")
    REMOVE_PROGRAMME = "remove_programme", _("去项目")
    ADD_PLACE = "add_place", _("加地区")
    REMOVE_PLACE = "remove_place", _("去地区")


class BulkChange(models.Model):
    """A change of many articles; `value` is a status, a programme's key or a region's code."""

    action = models.CharField(_("改动"), max_length=20, choices=BulkAction)
    value = models.CharField(_("改成"), max_length=20)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("编辑")
    )
    created = models.DateTimeField(_("时间"), auto_now_add=True)
    undone = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("批量改动")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.value}"


class BulkChangeItem(models.Model):
    """One article of a bulk change and what it had before."""

    change = models.ForeignKey(BulkChange, models.CASCADE, related_name="items", verbose_name=_("批量改动"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("稿件"))
    before = models.JSONField(_("原来"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("批量改动的稿件")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("change", "article"), name="article_once_per_change"),)

    def __str__(self) -> str:
        return str(self.article)
