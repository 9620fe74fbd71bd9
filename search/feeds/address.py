"""A request -> the address of its feed, which programs can fetch."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse

from search.engines.contract import Sort
from search.feeds.keys import make_key
from search.parameters import write_parameters
from search.request import SearchRequest


def without_order(request: SearchRequest) -> SearchRequest:
    """Return the request that a feed is of: it has no order to choose and no pages."""
    return replace(request, sort=Sort.RELEVANCE, number=1, programme_filter="")


def write_address(request: SearchRequest, key: str = "") -> str:
    """Return the address of a feed, with a key in it if there is one."""
    parameters = "&".join(filter(None, [write_parameters(without_order(request)), f"key={key}" if key else ""]))
    return f"{reverse('feed')}?{parameters}" if parameters else reverse("feed")


def feed_address(request: SearchRequest, user: AbstractBaseUser | AnonymousUser) -> str:
    """Return the address that a person gives to a program: with their key where the archive asks for a login."""
    if settings.ARCHIVE_IS_OPEN or not isinstance(user, User):
        return write_address(request)
    return write_address(request, make_key(user, without_order(request)))
