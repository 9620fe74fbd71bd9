"""The desk: newspaper and date of pages that are handed in -> a checked form, and what a job keeps of it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from archive.desk.date_entry import read_date_entry
from archive.desk.newspaper_entry import LONGEST_NAME, can_be_added, check_newspaper_entry


class IssueForm(forms.Form):
    """Newspaper and date; either may be left empty."""

    newspaper = forms.CharField(label=pgettext_lazy("one", "报纸"), required=False, max_length=LONGEST_NAME)
    date = forms.CharField(label=_("日期"), required=False, max_length=20)

    def clean_newspaper(self) -> str:
        """Return the newspaper's name; an unknown one is asked about."""
        name: str = self.cleaned_data["newspaper"]
        check_newspaper_entry(name, is_new="add_newspaper" in self.data)
        return name

    def clean_date(self) -> dict[str, str]:
        """Return date and precision as a job keeps them; nothing where none was given."""
        date, precision = read_date_entry(self.cleaned_data["date"])
        return {"date": date.isoformat(), "precision": precision} if date else {}

    @property
    def can_newspaper_be_added(self) -> bool:
        """Whether what was typed is offered as a new newspaper."""
        return can_be_added((self["newspaper"].value() or "").strip())

    @property
    def issue(self) -> dict[str, str]:
        """What was given of newspaper and date."""
        newspaper = self.cleaned_data["newspaper"]
        return {**({"newspaper": newspaper} if newspaper else {}), **self.cleaned_data["date"]}
