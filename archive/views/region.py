"""Regions."""

from django.http import HttpRequest, HttpResponse


def regions(request: HttpRequest) -> HttpResponse:
    """List."""
    return HttpResponse()


def region(request: HttpRequest, code: str) -> HttpResponse:
    """One."""
    return HttpResponse()
