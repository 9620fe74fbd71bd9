"""An article's places, programmes and people, edited on its own form."""

from collections import Counter

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _

from archive.admin.city_choice import CityChoiceMixin
from archive.models import ArticleCity, ArticleInitiative, ArticlePerson


class PlaceFormSet(BaseInlineFormSet):
    """The places of an article; Django does not notice a province that is given twice as a whole."""

    def clean(self) -> None:
        """Refuse a place that is given twice."""
        super().clean()
        places = Counter(
            form.instance.place
            for form in self.forms
            if form.has_changed() or form.instance.pk
            if form.is_valid() and not self._should_delete_form(form)  # type: ignore[attr-defined]
        )
        twice = "、".join(str(place) for place, count in places.items() if count > 1)
        if twice:
            raise ValidationError(_("地区重复：%(places)s") % {"places": twice})


class PlaceInline(CityChoiceMixin, admin.TabularInline):
    """The places that an article is about."""

    model = ArticleCity
    formset = PlaceFormSet
    fields = ("city", "province", "evidence", "is_confirmed")
    autocomplete_fields = ("province",)
    extra = 1


class InitiativeInline(admin.TabularInline):
    """The programmes that an article reports on."""

    model = ArticleInitiative
    fields = ("initiative", "evidence", "is_confirmed")
    autocomplete_fields = ("initiative",)
    extra = 1


class PersonInline(admin.TabularInline):
    """The people who made an article."""

    model = ArticlePerson
    fields = ("name", "role")
    extra = 1
