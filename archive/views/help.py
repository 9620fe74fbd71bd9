"""Help."""

from django.http import HttpRequest, HttpResponse


def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help."""
    return HttpResponse()
