"""The desk: files on their way in, at most so many and none larger than a file of pages may be."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler

from archive.intake.pages import MOST_FILE_BYTES

MOST_FILES: int = settings.DATA_UPLOAD_MAX_NUMBER_FILES


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


def is_too_large(file: UploadedFile) -> bool:
    """Return whether only the beginning of a file was kept."""
    return bool(file.size and file.size > MOST_FILE_BYTES)
