"""The past searches of whoever is logged in: rows of the database, only theirs to see."""

from django.contrib.auth.models import User
from django.db import transaction

from search.models import PastSearch
from search.past.remembering import Past, goes_on


def read_rows(user: User) -> list[Past]:
    """Return a person's past searches, the newest first."""
    return [Past(row.parameters, row.asked) for row in PastSearch.objects.filter(user=user)]


def remember_in_rows(user: User, new: Past, most: int) -> None:
    """Put a search first; one that goes on with the last takes its place, and the oldest go."""
    with transaction.atomic():
        last = PastSearch.objects.filter(user=user).first()
        if last and goes_on(Past(last.parameters, last.asked), new.parameters):
            PastSearch.objects.filter(pk=last.pk).update(parameters=new.parameters, asked=new.asked)
            return
        PastSearch.objects.create(user=user, parameters=new.parameters, asked=new.asked)
        kept = list(PastSearch.objects.filter(user=user).values_list("pk", flat=True)[:most])
        PastSearch.objects.filter(user=user).exclude(pk__in=kept).delete()


def forget_rows(user: User, parameters: str | None = None) -> None:
    """Forget a search wherever it is in the list, or all of them."""
    rows = PastSearch.objects.filter(user=user)
    (rows if parameters is None else rows.filter(parameters=parameters)).delete()
