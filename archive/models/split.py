"""Splits: a page on its way to articles, every step of it kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.page import Page


class Split(models.Model):
    """The articles that an editor is making of a page; the form of `draft` is told in desk/splitting/draft.py."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="split", verbose_name=_("版面"))
    draft = models.JSONField(_("拆分稿"))
    step = models.PositiveIntegerField(_("步数"), default=0, help_text=_("生效的步数；撤销一步，少一步。"))
    created = models.DateTimeField(_("开始时间"), auto_now_add=True)
    modified = models.DateTimeField(_("修改时间"), auto_now=True)
    finished = models.DateTimeField(_("定稿时间"), null=True, blank=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("定稿人")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("拆版")
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.page)


class SplitStep(models.Model):
    """One change of a split, with what it changed before and after: enough to undo it and to do it again."""

    split = models.ForeignKey(Split, models.CASCADE, related_name="steps", verbose_name=_("拆版"))
    number = models.PositiveIntegerField(_("第几步"))
    label = models.CharField(_("做了什么"), max_length=100)
    before = models.JSONField()
    after = models.JSONField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("编辑")
    )
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("拆版步骤")
        ordering = ("split", "number")
        constraints = (models.UniqueConstraint(fields=("split", "number"), name="step_once_per_split"),)

    def __str__(self) -> str:
        return f"{self.number} {self.label}"
