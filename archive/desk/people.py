"""The desk: an account -> the name that colleagues know the person by."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User


def name_person(user: User | None) -> str:
    """Return a person's name, or the account's where none is given; empty for nobody.

    A Chinese name is written in one piece, the family's first.
    """
    if user is None:
        return ""
    name = f"{user.last_name}{user.first_name}".strip()
    return (user.get_full_name() if name.isascii() else name) or user.get_username()


def name_people(keys: Iterable[int | None]) -> Mapping[int | None, str]:
    """Return the name of each person by key."""
    people = User.objects.in_bulk({key for key in keys if key})
    return {key: name_person(person) for key, person in people.items()}
