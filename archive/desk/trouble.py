"""The desk: a save that the machine could not do (a full disk, a locked database) -> a page that loses nothing."""

import errno
import logging
import shutil
from collections.abc import Callable

from django.conf import settings
from django.core.files.uploadhandler import StopUpload
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from archive.desk.access import wants_json

logger = logging.getLogger(__name__)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
_NO_ROOM_WORDS = ("disk is full", "disk I/O error", "readonly database", "No space left")
_BUSY_WORDS = ("database is locked", "could not obtain lock")
_LEAST_ROOM = 10 * 1024 * 1024


def is_busy(error: Exception) -> bool:
    """Return whether the database is locked by others; it passes."""
    return isinstance(error, OperationalError) and any(known in str(error) for known in _BUSY_WORDS)


def is_out_of_room(error: Exception) -> bool:
    """Return whether the disk is full or may not be written to."""
    if isinstance(error, OperationalError):
        return any(known in str(error) for known in _NO_ROOM_WORDS)
    return isinstance(error, OSError) and not isinstance(error, StopUpload) and error.errno in _NO_ROOM


def has_room() -> bool:
    """Return whether the disk of the data folder has room for changes."""
    return shutil.disk_usage(settings.DATA_DIR).free >= _LEAST_ROOM


def explain_trouble(error: Exception) -> str:
    """Return what a person is told of an error that is the machine's and not theirs; empty for any other."""
    if is_busy(error):
        return _("数据库正忙，没有保存。您填写的内容还在下面；请过一会儿再试。")
    if is_out_of_room(error):
        return _("服务器的磁盘满了，没有保存。您填写的内容还在下面；请告诉管理员，腾出空间后再试。")
    return ""


class TroubleMiddleware:
    """Answers a failed save at the desk with what was entered, to be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer where the error is one that can be told; else leave it."""
        message = explain_trouble(error)
        if not message or request.method != "POST" or not request.path.startswith(resolve_url("desk")):
            return None
        logger.error("not saved: %s: %s", request.path, error)
        if wants_json(request):
            return JsonResponse({"message": message}, status=503)
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        entry = [field for field in fields if field[0] != "csrfmiddlewaretoken"]
        context = {"message": message, "entry": entry}
        return render(request, "desk/not_saved.html", context, status=503)
