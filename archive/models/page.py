"""Pages: printed pages of a day's paper, their text kept as it came in."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from archive.models.newspaper import Newspaper
from archive.models.precision import DatePrecision, check_date, date_slug, format_date


def hash_text(text: str) -> str:
    """Return the SHA-256 of a page's text, 64 hexadecimal digits: the same page comes in only once."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Page(models.Model):
    """One printed page. Its `text` is what came in and never changes."""

    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=pgettext_lazy("one", "报纸"),
    )
    date = models.DateField(_("出版日期"), null=True, blank=True)
    date_precision = models.CharField(
        _("日期精确到"), max_length=8, choices=DatePrecision, default=DatePrecision.UNKNOWN
    )
    is_date_confirmed = models.BooleanField(_("日期已核对"), default=False)
    number = models.PositiveSmallIntegerField(_("版次"), null=True, blank=True)
    section_label = models.CharField(_("版名"), max_length=50, blank=True)
    text = models.TextField(_("原文"), help_text=_("收到时的原文，不可改动。"))
    text_hash = models.CharField(_("原文校验值"), max_length=64, unique=True, editable=False)
    source_name = models.CharField(_("来源文件"), max_length=255, blank=True)
    scan = models.FileField(_("扫描件"), upload_to="scans/", blank=True)
    is_sample = models.BooleanField(_("样例"), default=False)
    created = models.DateTimeField(_("收录时间"), auto_now_add=True)
    history = HistoricalRecords(verbose_name=_("版面历史"), excluded_fields=["text"])

    class Meta:
        verbose_name = verbose_name_plural = _("版面")
        ordering = ("date", "number", "pk")

    def __str__(self) -> str:
        paper = self.newspaper.name if self.newspaper else str(_("报纸不详"))
        number = _("第%(number)s版") % {"number": self.number} if self.number else _("版次不详")
        names = {"newspaper": paper, "date": format_date(self.date, self.date_precision), "number": number}
        return _("%(newspaper)s %(date)s %(number)s") % names

    def clean(self) -> None:
        """Refuse a half date and a change of the original text."""
        check_date(self.date, self.date_precision)
        if self.pk and hash_text(self.text) != self.text_hash:
            raise ValidationError({"text": _("版面原文不可改动；更正请改稿件。")})

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the text as it first came in."""
        digest = hash_text(self.text)
        if self.pk and self.text_hash and digest != self.text_hash:
            raise ValidationError({"text": _("版面原文不可改动；更正请改稿件。")})
        self.text_hash = digest
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def newspaper_slug(self) -> str:
        """The newspaper's part of the address; `unknown` where the print does not name it."""
        return self.newspaper.slug if self.newspaper else "unknown"

    @property
    def number_slug(self) -> str:
        """The page's part of the address: its number, or `id` and its key where the number is not known."""
        return str(self.number) if self.number else f"id{self.pk}"

    def get_absolute_url(self) -> str:
        """Return the address of the page."""
        return reverse("page", args=[self.newspaper_slug, date_slug(self.date, self.date_precision), self.number_slug])
