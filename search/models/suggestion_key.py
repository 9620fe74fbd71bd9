"""Suggestion keys: what a person may begin to type, and what that leads to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionKind(models.TextChoices):
    """What can be suggested, in the order in which it is shown."""

    PROGRAMME = "programme", _("项目")
    REGION = "region", _("地区")
    PERSON = "person", _("作者")
    QUERY = "query", _("检索")
    HEADLINE = "headline", _("报道")


class SuggestionKey(models.Model):
    """A beginning of a name, of one of its inner parts, or of how it is read.

    `target` is the key of the programme, region or article, or the person's name. `alias` is the other name that
    the key belongs to. Keys are bytes: those sort the same in every database, whatever its language.
    """

    kind = models.CharField(max_length=10, choices=SuggestionKind)
    key = models.BinaryField(max_length=200)
    target = models.CharField(max_length=50)
    alias = models.CharField(max_length=100, blank=True)
    is_inside = models.BooleanField(default=False)
    weight = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("kind", "key"), name="suggestion_key"),
            models.Index(fields=("kind", "target"), name="suggestion_target"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {bytes(self.key).decode()} -> {self.target}"
