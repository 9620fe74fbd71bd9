"""The past searches of whoever is not logged in: signed, in a cookie that goes when the browser is closed.

Nothing of them is kept here, so a busy database is no matter, and a reader who never searches has no session.
"""

import datetime
from collections.abc import Sequence

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from search.past.remembering import Past, goes_on

NAME = "past_searches"
_SALT = "search.past"
_LONGEST_COOKIE = 3500


def read_cookie(request: HttpRequest) -> list[Past]:
    """Return the past searches of a browser; none for a cookie that we did not write."""
    try:
        pairs = signing.loads(request.COOKIES.get(NAME, ""), salt=_SALT)
    except signing.BadSignature:
        return []
    return [Past(parameters, datetime.datetime.fromtimestamp(asked, tz=datetime.UTC)) for parameters, asked in pairs]


def remember_in_cookie(request: HttpRequest, response: HttpResponse, new: Past, most: int) -> None:
    """Put a search first; one that goes on with the last takes its place."""
    past = read_cookie(request)
    if past and goes_on(past[0], new.parameters):
        past = past[1:]
    write_cookie(request, response, [new, *past][:most])


def write_cookie(request: HttpRequest, response: HttpResponse, past: Sequence[Past]) -> None:
    """Keep as many of the searches as a cookie holds; none takes the cookie away."""
    kept = list(past)
    while kept and len(_sign(kept)) > _LONGEST_COOKIE:
        kept.pop()
    if not kept:
        response.delete_cookie(NAME, path=reverse("results"), samesite="Lax")
        return
    response.set_cookie(
        NAME, _sign(kept), path=reverse("results"), secure=request.is_secure(), httponly=True, samesite="Lax"
    )


def _sign(past: Sequence[Past]) -> str:
    return signing.dumps([[each.parameters, int(each.asked.timestamp())] for each in past], salt=_SALT, compress=True)
