"""Reviews: the steps of an article between its author and its readers."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article


class ReviewAction(models.TextChoices):
    """What a person did with an article."""

    SUBMITTED = "submitted", _("送审")
    SENT_BACK = "sent_back", _("退回")
    PUBLISHED = "published", _("发布")
    WITHDRAWN = "withdrawn", _("撤回")


class ReviewStep(models.Model):
    """One step: who did what, when, and why."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="review_steps", verbose_name=_("稿件"))
    action = models.CharField(_("步骤"), max_length=10, choices=ReviewAction)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("人员")
    )
    reason = models.TextField(_("原因"), blank=True)
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("审稿步骤")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.article}"
