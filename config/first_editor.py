"""The first editor of a new archive."""

import itertools
import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model

# Without the characters that are taken for one another when read from a screen.
ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRSTUVWXYZ23456789"
PASSWORD_LENGTH = 14


@dataclass(frozen=True, slots=True)
class Login:
    """A name and the password for it."""

    name: str
    password: str


def free_name() -> str:
    """Return `editor`, or the first of editor-2, editor-3 ... that nobody has."""
    users = get_user_model().objects
    names = itertools.chain(["editor"], (f"editor-{number}" for number in itertools.count(2)))
    return next(name for name in names if not users.filter(username=name).exists())


def create_first_editor() -> Login | None:
    """Create an editor who may do everything, if nobody can log in to the editors' side; else None."""
    users = get_user_model().objects
    if users.filter(is_staff=True).exists():
        return None
    password = "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH))
    login = Login(free_name(), password)
    users.create_superuser(login.name, password=login.password)
    return login
