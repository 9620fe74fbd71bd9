"""The choice of a city in a form: 朝阳区 alone does not say which one, so its city and province stand beside it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.http import HttpRequest

from archive.models import City


def label_city(city: City) -> str:
    """Return a city's name with what it lies in: 呈贡区（云南省昆明市）."""
    return f"{city.name}（{city.province}{city.parent or ''}）"


class CityChoices(AutocompleteJsonView):
    """The cities that match what was typed."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """Return one match."""
        result = super().serialize_result(obj, to_field_name)
        return {**result, "text": label_city(obj)} if isinstance(obj, City) else result


class CitySelect(AutocompleteSelect):
    """A select that asks `CityChoices`."""

    url_name = "%s:archive_city_choices"


class CityField(forms.ModelChoiceField):
    """A field that shows the chosen city with its province."""

    def label_from_instance(self, obj: models.Model) -> str:
        """Return the chosen city as the list names it."""
        return label_city(obj) if isinstance(obj, City) else super().label_from_instance(obj)


class CityChoiceMixin:
    """Gives every foreign key to a city of an admin or an inline that choice."""

    admin_site: admin.AdminSite

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        """Return the form field."""
        if db_field.remote_field.model is City:
            kwargs["form_class"] = CityField
            kwargs["widget"] = CitySelect(db_field, self.admin_site)
            kwargs["queryset"] = City.objects.select_related("province", "parent")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
