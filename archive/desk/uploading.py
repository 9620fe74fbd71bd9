"""Files on their way in: kept for who works at the desk alone, at most so many, and of one too large its beginning."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest

from archive.desk.access import AT_THE_DESK
from archive.intake.pages import MOST_FILE_BYTES

MOST_FILES: int = settings.DATA_UPLOAD_MAX_NUMBER_FILES


class DroppingUploadHandler(FileUploadHandler):
    """Reads the files of a form and keeps nothing of them: the form is as one without files."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Drop a piece."""

    def file_complete(self, file_size: int) -> None:
        """Give no file."""


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads to temporary files, and of one that is too large no more than shows that it is.

    The rest of it is read and dropped, so that the other files of the form come in; its `size` is the whole.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. The temporary one has nothing of the name that was sent, which may be any."""
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = TemporaryUploadedFile("handed-in", str(self.content_type), 0, self.charset, self.content_type_extra)
        self.file.name = self.file_name

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece, unless it lies beyond the limit."""
        if start <= MOST_FILE_BYTES:
            super().receive_data_chunk(raw_data, start)


def choose_handler(
    request: HttpRequest, keeping: type[FileUploadHandler] = TemporaryFileUploadHandler
) -> FileUploadHandler:
    """Return one that keeps files for who works at the desk or in the admin, and one that drops them for all others.

    The settings name it for every form: a form is read before its view is asked who may send it.
    """
    is_known = request.user.is_staff or request.user.has_perm(AT_THE_DESK)
    return (keeping if is_known else DroppingUploadHandler)(request)


def is_too_large(file: UploadedFile) -> bool:
    """Return whether only the beginning of a file was kept."""
    return bool(file.size and file.size > MOST_FILE_BYTES)
