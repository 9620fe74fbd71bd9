"""Programmes and their aliases in the admin."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.admin.city_choice import CityChoiceMixin
from archive.admin.versions import VersionedAdmin
from archive.desk.tagging.saving import change_of, retag_changed
from archive.models import City, Initiative, InitiativeAlias, Province


class AliasInline(admin.TabularInline):
    """The other names of a programme."""

    model = InitiativeAlias
    extra = 1


@admin.register(Initiative)
class InitiativeAdmin(CityChoiceMixin, VersionedAdmin):
    """Programmes with their aliases and the number of articles that report on them."""

    list_display = ("name", "alias_names", "category", "scope", "origin", "first_year", "article_count")
    list_filter = ("category", "scope", ("origin_province", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("origin_city", "origin_province")
    search_fields = ("name", "aliases__name", "description")
    autocomplete_fields = ("origin_province",)
    inlines = (AliasInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Initiative]:
        """Return programmes with their aliases, each with its number of articles."""
        counted = Count("article_links__article", distinct=True)
        initiatives = super().get_queryset(request).annotate(counted_articles=counted)
        return initiatives.prefetch_related("aliases")

    def save_model(self, request: HttpRequest, obj: Initiative, form: forms.ModelForm, change: bool) -> None:
        """Save the programme, and remember what it was for what follows."""
        stored = Initiative.objects.filter(pk=obj.pk).first()
        form.programme_before = change_of(stored, None).before  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """Save the aliases, and have the articles tagged anew where the names ask for it."""
        super().save_related(request, form, formsets, change)
        before = form.programme_before  # type: ignore[attr-defined]
        if job := retag_changed(before, form.instance, cast(User, request.user)):
            messages.info(request, gettext("后台任务正在按新的名字重新标注稿件：%(job)s。") % {"job": job})

    @admin.display(description=_("别名"))
    def alias_names(self, initiative: Initiative) -> str:
        """Return the aliases in one line."""
        return "；".join(alias.name for alias in initiative.aliases.all())

    @admin.display(description=_("起于"), ordering="origin_province")
    def origin(self, initiative: Initiative) -> City | Province | None:
        """Return where the programme began, as exactly as it is known."""
        return initiative.origin_city or initiative.origin_province

    @admin.display(description=_("稿件数"), ordering="counted_articles")
    def article_count(self, initiative: Initiative) -> int:
        """Return the number of articles, of every status."""
        return initiative.counted_articles  # type: ignore[attr-defined]
