"""Wrong passwords, counted by django-axes -> the page that says when the next may be tried, and their removal."""

import datetime
import math
from typing import Any
from urllib.parse import urlencode

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_q.models import Schedule

from archive.desk.keeping import is_known_browser
from config.client_address import read_client_address

_SECONDS_OF_A_MINUTE = 60


def refuse_login(request: HttpRequest, form: HttpResponse, credentials: dict[str, Any]) -> HttpResponse:
    """Say until when logins with this name are refused, instead of showing the form again."""
    end = _find_end(request, credentials["username"])
    seconds = max(math.ceil((end - timezone.now()).total_seconds()), 1)
    following = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME)
    context = {
        "minutes": math.ceil(seconds / _SECONDS_OF_A_MINUTE),
        # The clock of the page has no seconds, and must not run ahead of them.
        "end": end + datetime.timedelta(seconds=_SECONDS_OF_A_MINUTE - 1),
        "login": f"{request.path}?{urlencode({REDIRECT_FIELD_NAME: following})}" if following else request.path,
        "is_at_the_desk": is_known_browser(request),
    }
    refused = render(request, "registration/locked.html", context, status=429)
    refused["Retry-After"] = str(seconds)
    return refused


def _find_end(request: HttpRequest, name: str) -> datetime.datetime:
    """Return when the last wrong password is forgotten; they are counted for each browser of an address apart."""
    attempts = AccessAttempt.objects.filter(username=name, ip_address=read_client_address(request))
    latest: datetime.datetime | None = attempts.aggregate(latest=Max("attempt_time"))["latest"]
    return (latest or timezone.now()) + settings.AXES_COOLOFF_TIME


def forget_old_attempts() -> None:
    """Delete the wrong passwords that count no more; a login does so too, but nobody may come."""
    AccessAttempt.objects.filter(attempt_time__lte=timezone.now() - settings.AXES_COOLOFF_TIME).delete()


def schedule_forgetting() -> None:
    """Have the worker forget old attempts every day."""
    Schedule.objects.update_or_create(
        name="forget_old_attempts",
        defaults={"func": "config.login_lock.forget_old_attempts", "schedule_type": Schedule.DAILY, "repeats": -1},
    )
