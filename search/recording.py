"""An answered search -> its asker's past searches and the counts of queries, written once the reader has the page.

What is written matters less than the search: a database that is busy or full loses a note, never an answer.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from search.find import Answer
from search.parameters import LONGEST_KEPT, write_parameters
from search.past.cookie import read_cookie, remember_in_cookie
from search.past.remembering import Past, goes_on, is_in
from search.past.rows import read_rows, remember_in_rows
from search.queries.counting import count_query, is_typed
from search.request import read_request

logger = logging.getLogger(__name__)

_MILLISECONDS_TO_WAIT = 200


class RecordedResponse(HttpResponse):
    """A page that notes something after it was sent."""

    def __init__(self, page: HttpResponse, note: Callable[[], None]) -> None:
        super().__init__(page.content, status=page.status_code, headers=page.headers)
        self._note = note

    def close(self) -> None:
        """Note it; the server calls this when the reader has the page."""
        try:
            with _short_waits():
                self._note()
        except DatabaseError as error:
            logger.warning("a search was not noted: %s", error)
        super().close()


def record_search(request: HttpRequest, answer: Answer, page: HttpResponse) -> HttpResponse:
    """Return the page of an answer, which notes what was asked; nothing is noted of a list of all reports."""
    asked = answer.request
    if request.method != "GET" or not (asked.text or asked.choices):
        return page
    new = Past(write_parameters(asked), timezone.now())
    response = RecordedResponse(page, lambda: _note(request, answer, new))
    if _is_remembered(new) and not isinstance(request.user, User):
        remember_in_cookie(request, response, new, settings.PAST_SEARCHES)
    return response


def _note(request: HttpRequest, answer: Answer, new: Past) -> None:
    user = request.user if isinstance(request.user, User) else None
    past = read_rows(user) if user else read_cookie(request)
    is_again = goes_on(past[0] if past else None, new.parameters)
    if settings.QUERY_LOG and is_typed(read_request(request.GET)) and not is_again:
        # Who sends no cookie at all may be one who asks for the hundredth time.
        count_query(answer, is_new_reader=bool(request.COOKIES) and not is_in(past, new.parameters))
    if user and _is_remembered(new):
        remember_in_rows(user, new, settings.PAST_SEARCHES)


def _is_remembered(new: Past) -> bool:
    return settings.PAST_SEARCHES > 0 and len(new.parameters) <= LONGEST_KEPT


@contextmanager
def _short_waits() -> Iterator[None]:
    """Wait for a locked database only for a moment: until it is free, no other reader is served here."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        [usual] = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {_MILLISECONDS_TO_WAIT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
