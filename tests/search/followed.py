"""What a reader follows: the page of an address, and the links on it."""

import html
import re

from django.test import Client

BACK = re.compile(r'<span class="back"><a href="([^"]*)"')
HIT = re.compile(r'item-headline"><a href="([^"]*)"')


def read(client: Client, address: str) -> str:
    """Return the page of an address."""
    response = client.get(address.partition("#")[0])
    assert response.status_code == 200
    return response.content.decode()


def links(pattern: re.Pattern[str], page: str) -> list[str]:
    """Return the addresses of the links that a pattern tells."""
    return [html.unescape(link) for link in pattern.findall(page)]
