"""Regions by GB/T 2260 code: provinces, and the cities, districts and counties in them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Level(models.TextChoices):
    """The level of a city."""

    CITY = "city", _("地级")
    DISTRICT = "district", _("县级")


class Province(models.Model):
    """A province, municipality, autonomous region or special administrative region."""

    code = models.CharField(_("代码"), max_length=6, primary_key=True)
    name = models.CharField(_("名称"), max_length=50, unique=True)
    short_name = models.CharField(_("简称"), max_length=10, help_text=_("四川，内蒙古"))
    abbreviation = models.CharField(_("一字简称"), max_length=1, help_text=_("川，渝"))

    class Meta:
        verbose_name = verbose_name_plural = _("省级地区")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the province."""
        return reverse("region", args=[self.code])


class City(models.Model):
    """A city, district or county. A district may lie in a city; where it does not, it lies in its province."""

    code = models.CharField(_("代码"), max_length=6, primary_key=True)
    name = models.CharField(_("名称"), max_length=50, db_index=True)
    level = models.CharField(_("级别"), max_length=8, choices=Level)
    province = models.ForeignKey(Province, models.PROTECT, related_name="cities", verbose_name=_("省级地区"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="districts", verbose_name=_("所属市")
    )
    history = HistoricalRecords(verbose_name=_("市县历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("市县")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the city."""
        return reverse("region", args=[self.code])


class FormerName(models.Model):
    """A name that a region had: its own earlier name, or the name of one that has since become part of it."""

    name = models.CharField(_("曾用名"), max_length=50, db_index=True)
    code = models.CharField(_("当时代码"), max_length=6)
    seen_from = models.PositiveSmallIntegerField(_("最早见于"))
    seen_until = models.PositiveSmallIntegerField(_("最晚见于"))
    province = models.ForeignKey(Province, models.PROTECT, related_name="former_names", verbose_name=_("省级地区"))
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="former_names", verbose_name=_("今属")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("曾用名")
        ordering = ("code", "seen_from")
        constraints = (models.UniqueConstraint(fields=("code", "name"), name="former_name_once_per_code"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.seen_from}—{self.seen_until})"
