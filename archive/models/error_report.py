"""Error reports: what readers say is wrong in a published article."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article


class ErrorReportState(models.TextChoices):
    """What came of a report."""

    OPEN = "open", _("待处理")
    MENDED = "mended", _("已更正")
    DECLINED = "declined", _("不改")


class ErrorReport(models.Model):
    """A reader's note on a passage; `block` is the place of the passage's block in the body, from 0, if known."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="error_reports", verbose_name=_("稿件"))
    quote = models.CharField(_("有误的原文"), max_length=500, blank=True)
    block = models.PositiveIntegerField(_("第几块"), null=True, blank=True)
    note = models.TextField(_("说明"), max_length=2000)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("读者")
    )
    state = models.CharField(_("状态"), max_length=10, choices=ErrorReportState, default=ErrorReportState.OPEN)
    created = models.DateTimeField(_("报告时间"), auto_now_add=True)
    settled = models.DateTimeField(_("处理时间"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("处理人")
    )
    answer = models.TextField(_("处理说明"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("读者报错")
        ordering = ("pk",)
        indexes = (models.Index(fields=("state", "created"), name="error_report_state"),)

    def __str__(self) -> str:
        return f"{self.article}: {self.quote or self.note}"[:100]
