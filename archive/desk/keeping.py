"""The desk: what was sent and could not be saved -> the session, until its form is shown again.

Without a login only for a browser that has been at the desk before: anybody else could fill the disk.
"""

from django.http import HttpRequest, HttpResponse, QueryDict

_KEPT = "kept_entry"
_LONGEST = 8_000_000  # characters; a page's text fits in
_BROWSER = "desk"  # the signed cookie of a browser that has been at the desk
_SECONDS_KNOWN = 90 * 24 * 60 * 60


def know_browser(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the browser of somebody who is at the desk be known when the login has run out."""
    if not is_known_browser(request):
        response.set_signed_cookie(
            _BROWSER, "", max_age=_SECONDS_KNOWN, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    return response


def is_known_browser(request: HttpRequest) -> bool:
    """Return whether somebody was at the desk with this browser."""
    return request.get_signed_cookie(_BROWSER, default=None, max_age=_SECONDS_KNOWN) is not None


def keep_entry(request: HttpRequest, longest: int = _LONGEST) -> None:
    """Keep the fields of a form that was sent, for the address it was sent to; not files, nor what is too long."""
    if request.method != "POST":
        return
    entry = request.POST.copy()
    entry.pop("csrfmiddlewaretoken", None)
    encoded = entry.urlencode()
    if len(encoded) <= longest:
        request.session[_KEPT] = {"path": request.path, "entry": encoded}


def take_kept_entry(request: HttpRequest) -> QueryDict | None:
    """Return what was kept for this address and forget it; None where nothing was."""
    kept = request.session.get(_KEPT)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEPT]
    return QueryDict(kept["entry"])
