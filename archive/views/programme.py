"""Programmes."""

from django.http import HttpRequest, HttpResponse


def programmes(request: HttpRequest) -> HttpResponse:
    """List."""
    return HttpResponse()


def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """One."""
    return HttpResponse()
