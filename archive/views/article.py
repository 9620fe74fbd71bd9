"""One report, set like print."""

from django.http import HttpRequest, HttpResponse


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a published article."""
    return HttpResponse()
