"""A person whose login has run out logs in again, through the form."""

from django.contrib.auth.models import User
from django.test import Client


def log_in_again(client: Client, user: User) -> None:
    """Log in as an editor does who was led to the login: the session, and what was kept in it, goes on."""
    user.set_password("word")
    user.save()
    client.post("/login/", {"username": user.username, "password": "word"})
