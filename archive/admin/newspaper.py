"""Newspapers in the admin."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.admin.versions import VersionedAdmin
from archive.models import Newspaper


@admin.register(Newspaper)
class NewspaperAdmin(VersionedAdmin):
    """Newspapers with the number of their articles."""

    list_display = ("name", "slug", "article_count")
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Newspaper]:
        """Return newspapers, each with its number of articles."""
        return super().get_queryset(request).annotate(counted_articles=Count("articles"))

    @admin.display(description=_("稿件数"), ordering="counted_articles")
    def article_count(self, newspaper: Newspaper) -> int:
        """Return the number of articles, of every status."""
        return newspaper.counted_articles  # type: ignore[attr-defined]
