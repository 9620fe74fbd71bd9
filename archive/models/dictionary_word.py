"""Dictionary words: what editors teach the cutter of words beside the names of places and programmes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

# The lengths of what the cutter keeps whole.
SHORTEST, LONGEST = 2, 20


class DictionaryWord(models.Model):
    """A word that belongs together, such as 职代会; the next index is cut by it."""

    word = models.CharField(_("词"), max_length=30, unique=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)
    created = models.DateTimeField(_("收录时间"), auto_now_add=True)
    history = HistoricalRecords(verbose_name=_("词典历史"))

    class Meta:
        verbose_name = verbose_name_plural = _("词典")
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word
