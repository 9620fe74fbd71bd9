"""Bulk change: what an editor fills in, or what was stored -> one change of many articles."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.choosing import Chosen, choose_places, choose_programmes, label_places
from archive.desk.reviewing.rules import RULES
from archive.desk.vocabulary import load_vocabulary
from archive.models import BulkAction, BulkChange, Initiative, Status

# The step that brings an article to a status.
STEPS = {rule.end: step for step, rule in RULES.items()}
PROGRAMMES = (BulkAction.ADD_PROGRAMME, BulkAction.REMOVE_PROGRAMME)
PLACES = (BulkAction.ADD_PLACE, BulkAction.REMOVE_PLACE)
ADDING = (BulkAction.ADD_PROGRAMME, BulkAction.ADD_PLACE)

_LONGEST_NAME = 100
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A change: `value` is a status, a programme's key or a region's code, `label` what people call it."""

    action: BulkAction
    value: str
    label: str
    reason: str = ""

    def __str__(self) -> str:
        return _("%(action)s：%(label)s") % {"action": self.action.label, "label": self.label}


def read_stored(stored: BulkChange, reason: str = "") -> Change:
    """Return the change that was stored; what it gives may have another name now, or be gone."""
    action = BulkAction(stored.action)
    return Change(action, stored.value, _label_value(action, stored.value), reason)


def _label_value(action: BulkAction, value: str) -> str:
    if action is BulkAction.SET_STATUS:
        return str(Status(value).label)
    if action in PLACES:
        return label_places([value]).get(value, value)
    return Initiative.objects.filter(pk=value).values_list("name", flat=True).first() or value


class ChangeForm(forms.Form):
    """What is to be changed; `change` is it, once the form is valid."""

    action = forms.ChoiceField(choices=BulkAction.choices, initial=BulkAction.SET_STATUS)
    status = forms.ChoiceField(choices=Status.choices, required=False)
    programme = forms.CharField(required=False, max_length=_LONGEST_NAME)
    place = forms.CharField(required=False, max_length=_LONGEST_NAME)
    reason = forms.CharField(required=False, max_length=_LONGEST_REASON)

    change: Change

    def clean(self) -> dict[str, Any]:
        """Read the field that goes with the action."""
        cleaned = super().clean() or {}
        if "action" in cleaned:
            action = BulkAction(cleaned["action"])
            value = self._read_status() if action is BulkAction.SET_STATUS else self._read_name(action)
            if value:
                self.change = Change(action, value, _label_value(action, value), cleaned.get("reason", "").strip())
        return cleaned

    def _read_status(self) -> str:
        """Return the status; to some of them one comes only with a reason."""
        status = self.cleaned_data.get("status", "")
        if not status:
            self.add_error("status", _("请选改成什么状态。"))
        elif RULES[STEPS[Status(status)]].needs_reason and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", _("请写明原因，对方要据此修改。"))
        return str(status)

    def _read_name(self, action: BulkAction) -> str:
        """Return the key of the one programme or place that is named."""
        field = "programme" if action in PROGRAMMES else "place"
        chosen = _choose(field, self.cleaned_data.get(field, ""))
        for problem in chosen.problems:
            self.add_error(field, problem)
        if not chosen.problems and len(chosen.keys) != 1 and field not in self.errors:
            self.add_error(field, _MISSING[field] if not chosen.keys else _("一次只写一个。"))
        return chosen.keys[0] if len(chosen.keys) == 1 and not chosen.problems else ""


_MISSING = {"programme": gettext_lazy("请写项目的名称。"), "place": gettext_lazy("请写地区的名称。")}


def _choose(field: str, text: str) -> Chosen:
    vocabulary = load_vocabulary()
    return choose_programmes(text, vocabulary) if field == "programme" else choose_places(text, vocabulary.gazetteer)
