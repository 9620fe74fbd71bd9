"""The scan of a page, as it was uploaded."""

import mimetypes

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from archive.models import Page, Status

# What a browser may show by itself; a document of another kind could carry a script.
_SHOWN = {"image/png", "image/jpeg", "image/tiff", "image/webp", "application/pdf"}


def scan(request: HttpRequest, pk: int) -> FileResponse:
    """Send the scan of a page that has a published article; 404 where there is none."""
    pages = Page.objects.filter(articles__status=Status.PUBLISHED).exclude(scan="").distinct()
    page = get_object_or_404(pages, pk=pk)
    kind = mimetypes.guess_type(str(page.scan))[0] or "application/octet-stream"
    try:
        return FileResponse(page.scan.open(), content_type=kind, as_attachment=kind not in _SHOWN)
    except FileNotFoundError as error:
        raise Http404 from error
