"""Newspapers."""

from django.http import HttpRequest, HttpResponse


def newspapers(request: HttpRequest) -> HttpResponse:
    """List."""
    return HttpResponse()


def newspaper(request: HttpRequest, slug: str) -> HttpResponse:
    """One."""
    return HttpResponse()


def day(request: HttpRequest, slug: str, date: str) -> HttpResponse:
    """One day."""
    return HttpResponse()


def page(request: HttpRequest, slug: str, date: str, number: str) -> HttpResponse:
    """One page."""
    return HttpResponse()
