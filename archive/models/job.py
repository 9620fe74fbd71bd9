"""Jobs: work that the worker does item by item, and what became of each item."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.article import Article
from archive.models.page import Page


class JobKind(models.TextChoices):
    """What a job does with each of its items."""

    ADD_PAGES = "add_pages", _("添加版面")
    IMPORT_ARTICLES = "import_articles", _("导入稿件")
    RETAG = "retag", _("重新标注项目")
    CHANGE_ARTICLES = "change_articles", _("批量改动")
    UNDO_CHANGE = "undo_change", _("撤销批量改动")


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("等待")
    RUNNING = "running", _("进行中")
    STOPPING = "stopping", _("正在停止")
    STOPPED = "stopped", _("已停止")
    FINISHED = "finished", _("已完成")


class ItemState(models.TextChoices):
    """What became of an item."""

    WAITING = "waiting", _("等待")
    DONE = "done", _("完成")
    SKIPPED = "skipped", _("跳过")
    FAILED = "failed", _("失败")


class Job(models.Model):
    """A piece of work with many items.

    `heard` is when its worker last gave a sign of life, `message` why it stands still.
    """

    kind = models.CharField(_("种类"), max_length=20, choices=JobKind)
    state = models.CharField(_("状态"), max_length=10, choices=JobState, default=JobState.WAITING)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="jobs", verbose_name=_("编辑")
    )
    parameters = models.JSONField(default=dict, blank=True)
    message = models.TextField(_("说明"), blank=True)
    created = models.DateTimeField(_("开始时间"), auto_now_add=True)
    heard = models.DateTimeField(_("最近进展"), null=True, blank=True)
    ended = models.DateTimeField(_("结束时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("任务")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


def keep_privately() -> Storage:
    """Return the storage of files that no address leads to."""
    return storages["private"]


class JobItem(models.Model):
    """One file, article or row of a job, and what became of it; `similar_pages`: older ones that its pages repeat."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="items", verbose_name=_("任务"))
    number = models.PositiveIntegerField(_("序号"))
    name = models.CharField(_("名称"), max_length=255)
    file = models.FileField(_("文件"), upload_to="jobs/", storage=keep_privately, max_length=300, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("结果"), max_length=10, choices=ItemState, default=ItemState.WAITING)
    message = models.TextField(_("说明"), blank=True)
    interruptions = models.PositiveSmallIntegerField(_("中断次数"), default=0)
    pages = models.ManyToManyField(Page, related_name="+", blank=True)
    similar_pages = models.ManyToManyField(Page, related_name="+", blank=True)
    articles = models.ManyToManyField(Article, related_name="+", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("任务条目")
        ordering = ("job", "number")
        constraints = (models.UniqueConstraint(fields=("job", "number"), name="item_once_per_job"),)

    def __str__(self) -> str:
        return self.name
