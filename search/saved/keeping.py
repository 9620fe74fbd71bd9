"""A request -> what its results page offers for keeping it: a name to save it under, the address of its feed."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from search.feeds.address import feed_address
from search.request import SearchRequest
from search.saved.saving import suggest_name


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a reader can do with a search besides reading: `name` is empty for who has to log in to save it."""

    name: str
    feed_url: str


def build_keeping(request: SearchRequest, user: AbstractBaseUser | AnonymousUser) -> Keeping:
    """Offer what the person may do."""
    return Keeping(suggest_name(request) if user.is_authenticated else "", feed_address(request, user))
