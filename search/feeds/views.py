"""The Atom feed of a search, for whoever may read the archive.

While the archive is open that is everybody; else whoever is logged in, and programs by the key in the address.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import conditional_page, require_safe

from search.feeds.address import without_order
from search.feeds.atom import build_feed
from search.feeds.keys import is_good_key
from search.latest import find_latest
from search.request import read_request
from search.views import needs_index

MOST_ENTRIES = 50


@login_not_required
@require_safe
@conditional_page
@needs_index
def feed(request: HttpRequest) -> HttpResponse:
    """Send the feed of a search; one that has not changed since it was fetched is not sent again."""
    asked = without_order(read_request(request.GET))
    key = request.GET.get("key", "")
    if not (settings.ARCHIVE_IS_OPEN or request.user.is_authenticated):
        if not key:
            return redirect_to_login(request.get_full_path())
        if not is_good_key(key, asked):
            raise PermissionDenied
    atom = build_feed(request, find_latest(asked, MOST_ENTRIES), key)
    headers = {"Last-Modified": http_date(atom.latest_post_date().timestamp())}
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type, headers=headers)
