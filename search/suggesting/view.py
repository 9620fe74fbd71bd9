"""What a person has typed so far, sent by the search box -> suggestions as JSON."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from search.suggesting.asking import SuggestionGroup, find_suggestions

SECONDS_KEPT = 30


@require_safe
@vary_on_cookie  # the names of the groups follow the language
@cache_control(private=True, max_age=SECONDS_KEPT)
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer what is typed so far; whatever it is, with a list."""
    return JsonResponse({"groups": [_to_json(group) for group in find_suggestions(request.GET.get("q", ""))]})


def _to_json(group: SuggestionGroup) -> dict[str, Any]:
    return {
        "kind": group.kind.value,
        "label": str(group.kind.label),
        "suggestions": [asdict(suggestion) for suggestion in group.suggestions],
    }
