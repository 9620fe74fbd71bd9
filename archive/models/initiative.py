"""Initiatives: named programmes of union work, and the other names they go by."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.city import City, Province
from archive.slugs import make_unique_slug


class Category(models.TextChoices):
    """The field of union work that an initiative belongs to."""

    ORGANISING = "组织建设", _("组织建设")
    SERVICE = "服务职工", _("服务职工")
    ACHIEVEMENT = "建功立业", _("建功立业")
    SKILLS = "职工素质", _("职工素质")
    CULTURE = "职工文化", _("职工文化")
    DEMOCRACY = "民主管理", _("民主管理")
    BARGAINING = "集体协商", _("集体协商")
    RELATIONS = "劳动关系", _("劳动关系")
    HARDSHIP = "困难帮扶", _("困难帮扶")
    EMPLOYMENT = "就业创业", _("就业创业")
    RIGHTS = "维权", _("维权")
    WOMEN = "女职工", _("女职工")
    MODEL_WORKERS = "劳模", _("劳模")
    PUBLICITY = "宣传教育", _("宣传教育")
    STAFF = "队伍建设", _("队伍建设")
    FINANCE = "经费", _("经费")


class Scope(models.TextChoices):
    """How far an initiative reaches."""

    NATIONAL = "national", _("全国")
    LOCAL = "local", _("地方")


class Initiative(models.Model):
    """A named programme of union work; where it began, if that is known."""

    name = models.CharField(_("名称"), max_length=100, unique=True)
    slug = models.SlugField(_("网址名"), max_length=100, unique=True, blank=True)
    category = models.CharField(_("类别"), max_length=8, choices=Category)
    scope = models.CharField(_("范围"), max_length=8, choices=Scope)
    origin_province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("起于省")
    )
    origin_city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("起于市县")
    )
    first_year = models.PositiveSmallIntegerField(
        _("首见年份"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    description = models.TextField(_("说明"), blank=True)
    history = HistoricalRecords(verbose_name=_("项目历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("项目")
        ordering = ("category", "name")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new initiative its address."""
        if not self.slug:
            taken = set(Initiative.objects.values_list("slug", flat=True))
            self.slug = make_unique_slug(self.name, taken, "programme")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """Return the address of the programme."""
        return reverse("programme", args=[self.slug])


class InitiativeAlias(models.Model):
    """Another name that reports give an initiative."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="aliases", verbose_name=_("项目"))
    name = models.CharField(_("别名"), max_length=100)
    history = HistoricalRecords(verbose_name=_("别名历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("别名")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("initiative", "name"), name="alias_once_per_initiative"),)

    def __str__(self) -> str:
        return self.name
