"""Provinces, cities and former names in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from archive.admin.city_choice import CityChoiceMixin, CityChoices
from archive.admin.versions import VersionedAdmin
from archive.models import City, FormerName, Province


@admin.register(Province)
class ProvinceAdmin(admin.ModelAdmin):
    """Provinces; the code is given once."""

    list_display = ("code", "name", "short_name", "abbreviation")
    list_display_links = ("name",)
    search_fields = ("code", "name", "short_name", "abbreviation")

    def get_readonly_fields(self, request: HttpRequest, obj: Province | None = None) -> tuple[str, ...]:
        """Keep the key of a province that is there: a changed key would make a second one."""
        return ("code",) if obj else ()


@admin.register(City)
class CityAdmin(CityChoiceMixin, VersionedAdmin):
    """Cities, districts and counties, found by today's and former names."""

    list_display = ("code", "name", "level", "parent", "province")
    list_display_links = ("name",)
    list_filter = ("level", "province")
    list_select_related = ("parent", "province")
    search_fields = ("name", "code", "province__name", "former_names__name")
    autocomplete_fields = ("province",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[City]:
        """Return cities with what their labels name."""
        return super().get_queryset(request).select_related("parent", "province")

    def get_readonly_fields(self, request: HttpRequest, obj: City | None = None) -> tuple[str, ...]:
        """Keep the key of a city that is there: a changed key would make a second one."""
        return ("code",) if obj else ()

    def get_urls(self) -> list[URLPattern]:
        """Add the address that `CitySelect` asks."""
        choices = CityChoices.as_view(admin_site=self.admin_site)
        return [
            path("choices/", self.admin_site.admin_view(choices), name="archive_city_choices"),
            *super().get_urls(),
        ]


@admin.register(FormerName)
class FormerNameAdmin(CityChoiceMixin, admin.ModelAdmin):
    """Names that regions had."""

    list_display = ("name", "code", "seen_from", "seen_until", "city", "province")
    list_filter = ("province",)
    list_select_related = ("city", "province")
    search_fields = ("name", "code", "city__name")
    autocomplete_fields = ("province",)
