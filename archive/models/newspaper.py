"""Newspapers: the periodicals that printed the reports."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.slugs import make_unique_slug


class Newspaper(models.Model):
    """A periodical."""

    name = models.CharField(_("报名"), max_length=100, unique=True)
    slug = models.SlugField(_("网址名"), max_length=100, unique=True, blank=True)
    history = HistoricalRecords(verbose_name=_("报纸历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("报纸")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new newspaper its address."""
        if not self.slug:
            taken = set(Newspaper.objects.values_list("slug", flat=True)) | {"unknown"}
            self.slug = make_unique_slug(self.name, taken, "newspaper")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """Return the address of the newspaper's days."""
        return reverse("newspaper", args=[self.slug])
