"""Choices: a few letters typed -> the names of places or programmes that they may begin."""

from django.http import HttpRequest, JsonResponse

from archive.desk.access import desk_view
from archive.desk.choosing import suggest_places, suggest_programmes

_SUGGEST = {"places": suggest_places, "programmes": suggest_programmes}
_LONGEST = 30


@desk_view()
def choices(request: HttpRequest) -> JsonResponse:
    """Return the names for the last of several that are being typed into a field."""
    text = request.GET.get("q", "").strip()
    suggest = _SUGGEST.get(request.GET.get("kind", ""))
    return JsonResponse({"choices": suggest(text) if suggest and 0 < len(text) <= _LONGEST else []})
