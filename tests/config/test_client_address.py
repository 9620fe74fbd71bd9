"""The address that a request comes from: nobody chooses it by a header."""

import pytest
from django.test import RequestFactory

from config.client_address import read_client_address

NEIGHBOUR = "203.0.113.9"


def read(forwarded: str | None, neighbour: str = NEIGHBOUR) -> str | None:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return read_client_address(RequestFactory().get("/", REMOTE_ADDR=neighbour, headers=headers))


@pytest.mark.parametrize("forwarded", [None, "198.51.100.1", "198.51.100.1, 198.51.100.2", "nonsense"])
def test_without_a_proxy_of_our_own_the_header_is_not_read(forwarded):
    assert read(forwarded) == NEIGHBOUR


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1, 198.51.100.1", "198.51.100.1"),  # the first was sent by whoever guesses
        (2, "10.0.0.1, 198.51.100.1, 198.51.100.2", "198.51.100.1"),
        (1, None, NEIGHBOUR),
        (2, "198.51.100.1", "198.51.100.1"),
        (1, "nonsense", NEIGHBOUR),
        (1, "", NEIGHBOUR),
    ],
)
def test_behind_proxies_the_entry_that_the_first_of_them_made_counts(proxies, forwarded, address, settings):
    settings.PROXIES = proxies
    assert read(forwarded) == address


@pytest.mark.parametrize(
    ("neighbour", "address"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),  # the rest is the client's to choose
        ("::ffff:198.51.100.1", "198.51.100.1"),
        ("fe80::1%eth0", "fe80::"),
        ("", None),  # a server behind a socket of the file system
    ],
)
def test_addresses_of_other_kinds(neighbour, address):
    assert read(None, neighbour) == address
