"""Feeds of an archive that asks for a login: a key in the address that opens one person's feed of one search.

Programs that read feeds cannot log in. The key is worked out from the person's password and the search, so nothing is
stored; it opens this one feed and nothing else, until the password is changed or the account closed.
"""

from django.contrib.auth.models import User
from django.utils.crypto import constant_time_compare, salted_hmac

from search.parameters import write_parameters
from search.request import SearchRequest

_SALT = "search.feed_keys"


def make_key(user: User, request: SearchRequest) -> str:
    """Return the key of a person's feed: 17-3f9c..."""
    signed = f"{user.get_session_auth_hash()}:{write_parameters(request)}"
    return f"{user.pk}-{salted_hmac(_SALT, signed, algorithm='sha256').hexdigest()[:40]}"


def is_good_key(key: str, request: SearchRequest) -> bool:
    """Return whether a key opens the feed of a request now."""
    number = key.partition("-")[0]
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return False
    user = User.objects.filter(pk=int(number), is_active=True).first()
    return user is not None and constant_time_compare(key, make_key(user, request))
