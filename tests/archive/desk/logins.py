"""A person whose login runs out, and who logs in again, through the form."""

from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client


def let_login_run_out(client: Client) -> None:
    """Let the login of somebody who is at the desk run out."""
    client.get("/desk/")
    Session.objects.all().delete()


def log_in_again(client: Client, user: User) -> None:
    """Log in as an editor does who was led to the login: the session, and what was kept in it, goes on."""
    user.set_password("word")
    user.save()
    client.post("/login/", {"username": user.username, "password": "word"})
