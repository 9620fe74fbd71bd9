"""The work list: the fields above it -> what an editor wants to see; one that cannot be read is told and left out."""

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, pgettext_lazy

from archive.desk.access import AT_THE_DESK
from archive.desk.choosing import find_codes
from archive.desk.date_entry import read_date_entry
from archive.desk.people import name_person
from archive.desk.vocabulary import recent_gazetteer
from archive.desk.working.kinds import WorkOrder
from archive.models import DatePrecision, Newspaper

UNKNOWN_NEWSPAPER = "unknown"
_ONESELF = "me"
_DAYS = (1, 3, 7, 30)
_LONGEST = 50
_KNOWS_PERMISSIONS = "django.contrib.auth.backends.ModelBackend"  # the other backend only counts wrong passwords

Choices = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an editor wants to see; what is empty is not asked for.

    `codes` are those of a region and of its namesakes, `person` handed the work in or holds it, and it has waited
    since `before` or longer.
    """

    text: str = ""
    newspaper: str = ""
    days: Days | None = None
    codes: tuple[str, ...] = ()
    person: int | None = None
    before: datetime.datetime | None = None
    order: WorkOrder = WorkOrder.LONGEST

    @property
    def is_narrowed(self) -> bool:
        """Whether anything may be left out."""
        return any((self.text, self.newspaper, self.days, self.codes, self.person, self.before))


def _name_newspapers() -> Choices:
    names = Newspaper.objects.values_list("slug", "name")
    return [("", _("所有报纸")), *names, (UNKNOWN_NEWSPAPER, _("报纸不详"))]


def _name_people() -> Choices:
    people = User.objects.with_perm(AT_THE_DESK, backend=_KNOWS_PERMISSIONS).order_by("pk")
    names = [(str(person.pk), name_person(person)) for person in people]
    return [("", _("所有人")), (_ONESELF, _("我自己")), *names]


def _name_ages() -> Choices:
    label = ngettext_lazy("等了 %(days)d 天以上", "等了 %(days)d 天以上", "days")
    return [("", _("不论多久")), *((str(days), label % {"days": days}) for days in _DAYS)]


class WantedForm(forms.Form):
    """The fields above the list."""

    q = forms.CharField(label=gettext_lazy("文字"), required=False, max_length=_LONGEST)
    newspaper = forms.ChoiceField(label=pgettext_lazy("one", "报纸"), required=False, choices=_name_newspapers)
    date = forms.CharField(label=gettext_lazy("出版日期"), required=False, max_length=_LONGEST)
    region = forms.CharField(label=gettext_lazy("地区"), required=False, max_length=_LONGEST)
    person = forms.ChoiceField(label=gettext_lazy("谁交的、谁在做"), required=False, choices=_name_people)
    age = forms.ChoiceField(label=gettext_lazy("等了多久"), required=False, choices=_name_ages)
    order = forms.ChoiceField(label=gettext_lazy("次序"), required=False, choices=WorkOrder.choices)

    def clean_date(self) -> Days | None:
        """Return the days of a day, month or year."""
        date, precision = read_date_entry(self.cleaned_data["date"])
        if date is None:
            return None
        if precision == DatePrecision.DAY:
            return Days(date, date)
        month = 12 if precision == DatePrecision.YEAR else date.month
        return Days(date, date.replace(month=month, day=calendar.monthrange(date.year, month)[1]))

    def clean_region(self) -> tuple[str, ...]:
        """Return the codes of all places of the name."""
        name = self.cleaned_data["region"].strip()
        codes = find_codes(name, recent_gazetteer()) if name else ()
        if name and not codes:
            raise ValidationError(_("没有叫“%(name)s”的地区，没有按地区筛选。") % {"name": name})
        return codes

    def read(self, user: User) -> Wanted:
        """Return what the person wants; of wrong fields nothing."""
        self.full_clean()
        given = self.cleaned_data
        person, age = given.get("person", ""), given.get("age", "")
        return Wanted(
            text=given.get("q", "").strip(),
            newspaper=given.get("newspaper", ""),
            days=given.get("date"),
            codes=given.get("region", ()),
            person=user.pk if person == _ONESELF else int(person) if person else None,
            before=timezone.now() - datetime.timedelta(days=int(age)) if age else None,
            order=WorkOrder(given.get("order") or WorkOrder.LONGEST),
        )
