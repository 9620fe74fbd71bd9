"""A reader's own past searches: looked at, made again, forgotten."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from search.describing import describe_requests
from search.parameters import read_parameters
from search.past.cookie import read_cookie, write_cookie
from search.past.remembering import Past
from search.past.rows import forget_rows, read_rows


@dataclass(frozen=True, slots=True)
class PastLine:
    """One line of the list: the search, in words, and where it is made again."""

    past: Past
    words: str
    url: str


def past_searches(request: HttpRequest) -> HttpResponse:
    """List the reader's past searches; forget one, or all of them."""
    if request.method == "POST":
        return _forget(request)
    past = read_rows(cast(User, request.user)) if request.user.is_authenticated else read_cookie(request)
    context = {"lines": _describe(past), "is_kept": settings.PAST_SEARCHES > 0}
    return render(request, "search/past_searches.html", context)


def _describe(past: list[Past]) -> list[PastLine]:
    requests = [read_parameters(each.parameters) for each in past]
    described = zip(past, describe_requests(requests), requests, strict=True)
    return [PastLine(each, words, request.url) for each, words, request in described]


def _forget(request: HttpRequest) -> HttpResponse:
    """Forget the search that was sent, wherever it is in the list, or with `all` every one."""
    response = redirect("past_searches")
    wanted = None if "all" in request.POST else request.POST.get("forget", "")
    if request.user.is_authenticated:
        forget_rows(cast(User, request.user), wanted)
    else:
        kept = [] if wanted is None else [each for each in read_cookie(request) if each.parameters != wanted]
        write_cookie(request, response, kept)
    return response
