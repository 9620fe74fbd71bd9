"""The desk: what was sent and could not be saved -> the session, until its form is shown again."""

from django.http import HttpRequest, QueryDict

_KEPT = "kept_entry"
_LONGEST = 8_000_000  # characters; a page's text fits in


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
