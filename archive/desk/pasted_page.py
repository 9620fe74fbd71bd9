"""The desk: a page's text that an editor pastes, with what is known of the page -> a checked form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.desk.explaining import explain_refusal
from archive.desk.issue_form import IssueForm
from archive.intake.pages import check_text
from archive.intake.refusal import RefusedError

_LARGEST_NUMBER = 999


class PastedPage(IssueForm):
    """The text of a page; what is left empty of the rest is looked for in the text."""

    text = forms.CharField(label=_("版面文字"), strip=False, widget=forms.Textarea)
    number = forms.IntegerField(label=_("版次"), required=False, min_value=1, max_value=_LARGEST_NUMBER)

    field_order = ("text", "newspaper", "date", "number")

    def clean_text(self) -> str:
        """Return the text with its own line ends; browsers send others. Refuse what is no page."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        try:
            return check_text(text)
        except RefusedError as refusal:
            raise ValidationError(explain_refusal(refusal)) from None

    @property
    def given(self) -> dict[str, Any]:
        """What the editor gave of the page beside its text."""
        number = self.cleaned_data["number"]
        return {**self.issue, **({"number": number} if number else {})}
