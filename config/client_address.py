"""A request -> the address of whoever sent it, from nothing that they could have written themselves."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_NETWORK_OF_A_CLIENT = 64  # bits; the rest of an IPv6 address is the client's to choose


def read_client_address(request: HttpRequest) -> str | None:
    """Return the address, of IPv6 its network; None where the server names none.

    Each web server adds whom it heard from at the end of X-Forwarded-For. What stands before the entries of our own,
    which PROXIES counts, anybody can have sent.
    """
    neighbour = request.META.get("REMOTE_ADDR", "")
    way = [*request.META.get("HTTP_X_FORWARDED_FOR", "").split(","), neighbour]
    return _read(way[max(len(way) - 1 - settings.PROXIES, 0)]) or _read(neighbour)


def _read(text: str) -> str | None:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    network = int(address) >> _NETWORK_OF_A_CLIENT << _NETWORK_OF_A_CLIENT
    return str(address.ipv4_mapped or ipaddress.IPv6Address(network))
