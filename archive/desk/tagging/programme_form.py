"""Tagging: the fields of a programme -> a checked entry."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.choosing import choose_places, label_places
from archive.desk.tagging.naming import LONGEST_NAME, check_names
from archive.desk.tagging.programme_entry import ProgrammeEntry
from archive.desk.vocabulary import recent_gazetteer
from archive.models import Category, Initiative, Scope

_YEARS = (1900, 2100)
_MOST_ALIASES = 100


class ProgrammeForm(forms.Form):
    """What an editor fills in of a programme; aliases stand on lines of their own."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=LONGEST_NAME)
    aliases = forms.CharField(label=gettext_lazy("别名"), required=False, widget=forms.Textarea, max_length=20_000)
    category = forms.ChoiceField(label=gettext_lazy("类别"), choices=Category.choices)
    scope = forms.ChoiceField(label=gettext_lazy("范围"), choices=Scope.choices)
    origin = forms.CharField(label=gettext_lazy("起于"), required=False, max_length=50)
    first_year = forms.IntegerField(
        label=gettext_lazy("首见年份"), required=False, min_value=_YEARS[0], max_value=_YEARS[1]
    )
    description = forms.CharField(label=gettext_lazy("说明"), required=False, widget=forms.Textarea, max_length=5000)

    def __init__(self, *args: Any, programme: Initiative | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme

    def clean_aliases(self) -> tuple[str, ...]:
        """Return the aliases, one for each line that is not empty."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines())
        aliases = tuple(line for line in lines if line)
        if len(aliases) > _MOST_ALIASES:
            raise ValidationError(_("别名太多，不超过 %(count)d 个。") % {"count": _MOST_ALIASES})
        return aliases

    def clean_origin(self) -> str:
        """Return the code of the one place that was typed."""
        chosen = choose_places(self.cleaned_data["origin"], recent_gazetteer())
        if chosen.problems:
            raise ValidationError(list(chosen.problems))
        if len(chosen.keys) > 1:
            raise ValidationError(_("只能填一个地区。"))
        return chosen.keys[0] if chosen.keys else ""

    def clean(self) -> None:
        """Check the names among each other and against those of the other programmes."""
        if "name" not in self.cleaned_data or "aliases" not in self.cleaned_data:
            return
        of_name, of_aliases = check_names(self.cleaned_data["name"], self.cleaned_data["aliases"], self.programme)
        if of_name:
            self.add_error("name", of_name)
        if of_aliases:
            self.add_error("aliases", of_aliases)

    @property
    def entry(self) -> ProgrammeEntry:
        """The entry of a form that is valid."""
        return ProgrammeEntry(**self.cleaned_data)


def initial_of(entry: ProgrammeEntry) -> dict[str, Any]:
    """Return what the fields show of an entry."""
    return {
        "name": entry.name,
        "aliases": "\n".join(entry.aliases),
        "category": entry.category,
        "scope": entry.scope,
        "origin": label_places([entry.origin]).get(entry.origin, ""),
        "first_year": entry.first_year,
        "description": entry.description,
    }
