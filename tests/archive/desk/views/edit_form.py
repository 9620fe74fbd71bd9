"""The form of the edit screen, read off the page and filled in as a browser would send it."""

import re
from html import unescape

from django.test import Client

from archive.models import Article

JSON = {"accept": "application/json"}


def address(article: Article) -> str:
    return f"/desk/articles/{article.pk}/"


def read_form(html: str) -> dict[str, str]:
    """Return the fields that a browser would send of the form as it is shown."""
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        attributes = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        is_choice = attributes.get("type") in ("radio", "checkbox")
        if "name" in attributes and (not is_choice or " checked" in tag):
            fields[attributes["name"]] = attributes.get("value", "on")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>', html, re.DOTALL):
        fields[name] = unescape(text)
    genre = re.search(r'<option value="(\w+)" selected>', html)
    return {**fields, "genre": genre[1]} if genre else fields


def enter(client: Client, article: Article, action: str = "save", **fields: str) -> dict[str, str]:
    """Return what is sent by who opens the article now and enters something."""
    return {**read_form(client.get(address(article)).text), "action": action, **fields}
