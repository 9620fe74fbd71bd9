"""Holds: who is working on a page or an article at the moment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article
from archive.models.page import Page


class Hold(models.Model):
    """One person's hold on a page or an article; it lapses when nothing is heard of the person (desk/holding.py)."""

    page = models.OneToOneField(Page, models.CASCADE, null=True, blank=True, related_name="hold")
    article = models.OneToOneField(Article, models.CASCADE, null=True, blank=True, related_name="hold")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="holds", verbose_name=_("编辑"))
    since = models.DateTimeField(_("开始时间"))
    renewed = models.DateTimeField(_("最近一次"))

    class Meta:
        verbose_name = verbose_name_plural = _("占用")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(page=None, article__isnull=False) | models.Q(page__isnull=False, article=None),
                name="hold_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.page or self.article}"
