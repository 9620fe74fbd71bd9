"""Articles: the reports."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from archive.body import printed_text
from archive.models.newspaper import Newspaper
from archive.models.page import Page
from archive.models.precision import DatePrecision, check_date, format_date
from archive.signals import articles_changed

if TYPE_CHECKING:
    from archive.models.links import ArticleCity, ArticleInitiative


class Genre(models.TextChoices):
    """The kind of report."""

    NEWS = "news", _("消息")
    FEATURE = "feature", _("通讯")
    COMMENTARY = "commentary", _("评论")
    PHOTO = "photo", _("图片")
    BRIEF = "brief", _("简讯")


class Status(models.TextChoices):
    """Where an article stands on its way to readers."""

    DRAFT = "draft", _("草稿")
    REVIEW = "review", _("待审")
    PUBLISHED = "published", _("已发布")
    WITHDRAWN = "withdrawn", _("已撤回")


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles; changes of many at once are told like changes of one."""

    def published(self) -> "ArticleQuerySet":
        """Return the articles that readers see."""
        return self.filter(status=Status.PUBLISHED)

    def shown(self) -> "ArticleQuerySet":
        """Return the same articles, for looking some of them up by key.

        Put like this no index serves the status: SQLite would walk the index of all published articles rather than
        look up a few keys.
        """
        return self.exclude(status__in=[status for status in Status if status != Status.PUBLISHED])

    def with_relations(self) -> "ArticleQuerySet":
        """Return the articles with all that a list shows of them, in three queries."""
        return (
            self.select_related("newspaper", "page", "page__newspaper")
            .defer("page__text")
            .prefetch_related(
                # Into lists: a related manager for every article would cost more than the rows.
                models.Prefetch("city_links", to_attr="places"),
                models.Prefetch("initiative_links", to_attr="programmes"),
            )
        )

    def update(self, **changes: Any) -> int:
        """Change many articles and tell which."""
        with transaction.atomic():
            ids = list(self.values_list("pk", flat=True))
            changed = super().update(**changes)
            articles_changed.send(self.model, ids=ids)
        return changed

    def bulk_create(self, objs: Iterable["Article"], *args: Any, **kwargs: Any) -> list["Article"]:  # type: ignore[override]
        """Add many articles and tell which."""
        with transaction.atomic():
            added: list[Article] = super().bulk_create(objs, *args, **kwargs)  # type: ignore[arg-type, assignment]
            articles_changed.send(self.model, ids=[article.pk for article in added])
        return added

    def bulk_update(self, objs: Iterable["Article"], *args: Any, **kwargs: Any) -> int:  # type: ignore[override]
        """Change many articles and tell which."""
        changed = list(objs)
        with transaction.atomic():
            count = super().bulk_update(changed, *args, **kwargs)  # type: ignore[arg-type]
            articles_changed.send(self.model, ids=[article.pk for article in changed])
        return count


class Article(models.Model):
    """One report. The body's form is told in archive/body.py."""

    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=pgettext_lazy("one", "报纸"),
    )
    date = models.DateField(_("出版日期"), null=True, blank=True, db_index=True)
    date_precision = models.CharField(
        _("日期精确到"), max_length=8, choices=DatePrecision, default=DatePrecision.UNKNOWN
    )
    is_date_confirmed = models.BooleanField(_("日期已核对"), default=False)
    page = models.ForeignKey(
        Page, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("版面")
    )
    order = models.PositiveSmallIntegerField(_("版内顺序"), default=0)
    kicker = models.CharField(_("引题"), max_length=300, blank=True)
    headline = models.CharField(_("主题"), max_length=300, blank=True)
    subhead = models.CharField(_("副题"), max_length=300, blank=True)
    byline = models.CharField(_("署名"), max_length=300, blank=True)
    dateline = models.CharField(_("电头"), max_length=100, blank=True, help_text=_("本报讯，本报北京7月27日电"))
    genre = models.CharField(_("体裁"), max_length=12, choices=Genre, default=Genre.NEWS)
    is_genre_confirmed = models.BooleanField(_("体裁已核对"), default=False)
    body = models.TextField(
        _("正文"),
        blank=True,
        help_text=_("段落之间空一行；小标题前写“## ”；图片说明前写“[图] ”；缺失的文字写“[缺文]”。"),
    )
    status = models.CharField(_("状态"), max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    is_sample = models.BooleanField(_("样例"), default=False, editable=False)
    created = models.DateTimeField(_("收录时间"), auto_now_add=True, db_index=True)
    modified = models.DateTimeField(_("修改时间"), auto_now=True)
    history = HistoricalRecords(verbose_name=_("稿件历史"))

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("稿件")
        ordering = ("-date", "page", "order", "pk")
        indexes = (models.Index(fields=("status", "date"), name="article_status_date"),)
        permissions = (("publish_article", _("可以发布和撤回稿件")),)

    def __str__(self) -> str:
        return self.display_headline

    def clean(self) -> None:
        """Refuse a half date, and an article with nothing in it."""
        check_date(self.date, self.date_precision)
        if not (self.headline.strip() or self.body.strip()):
            raise ValidationError(_("主题和正文至少要填一项。"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the article, its version and what listeners write about it in one transaction."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    @cached_property
    def places(self) -> list["ArticleCity"]:
        """The links to the places that the article is about."""
        return list(self.city_links.all())

    @cached_property
    def programmes(self) -> list["ArticleInitiative"]:
        """The links to the programmes that the article reports on."""
        return list(self.initiative_links.all())

    @property
    def display_headline(self) -> str:
        """The headline, or for a report that lost it the first words of its body, in brackets."""
        if self.headline:
            return self.headline
        opening = printed_text(self.body).split("\n", 1)[0][:20]
        return str(_("［无题］%(opening)s…") % {"opening": opening}) if opening else str(_("［无题］"))

    @property
    def separate_dateline(self) -> str:
        """The dateline of a report whose body came in without it, as from a table; else it is read in the body."""
        return "" if self.dateline in printed_text(self.body) else self.dateline

    @property
    def display_date(self) -> str:
        """The date as exact as it is known."""
        return format_date(self.date, self.date_precision)

    @property
    def is_published(self) -> bool:
        """Whether readers see the article."""
        return self.status == Status.PUBLISHED

    def get_absolute_url(self) -> str:
        """Return the address of the article."""
        return reverse("article", args=[self.pk])
