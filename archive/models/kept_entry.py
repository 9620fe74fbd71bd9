"""Kept entries: what an editor has typed into an article's form and not saved yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article


class KeptEntry(models.Model):
    """The fields of one editor's open form, kept as they are typed; gone once they are saved or thrown away."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="kept_entries", verbose_name=_("稿件"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("编辑"))
    fields = models.JSONField(_("填写的内容"))
    modified = models.DateTimeField(_("时间"), auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = _("未保存的填写")
        constraints = (models.UniqueConstraint(fields=("article", "user"), name="kept_once_per_person"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.article}"
