"""Page intake: the first bytes of a file -> its form. Names are not asked: they say what somebody wished."""

from enum import StrEnum

from archive.intake.refusal import Reason, RefusedError

# A PDF may begin with other bytes, up to here.
HEAD_BYTES = 1024


class Form(StrEnum):
    """The forms that pages come in."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"


_IMAGES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"\x00\x00\x00\x0cjP  ",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", rb"{\rtf")


def recognise_form(head: bytes) -> Form:
    """Return the form of a file by its first `HEAD_BYTES`; what is none of the others may be text.

    Raises RefusedError for what is certainly no page: a picture, a document of another program.
    """
    if is_image(head):
        raise RefusedError(Reason.IMAGE)
    if head.startswith(_OLE):
        raise RefusedError(Reason.OLD_WORD)
    if head.startswith(_OTHER):
        raise RefusedError(Reason.OTHER_FORM)
    if head.startswith(_ZIP):
        return Form.DOCX
    return Form.PDF if b"%PDF-" in head[:HEAD_BYTES] else Form.TEXT


def is_image(head: bytes) -> bool:
    """Return whether a file is a picture: PNG, JPEG, TIFF, GIF, BMP, JPEG 2000, WebP, HEIC."""
    if head.startswith(b"BM") and b"\x00" not in head[:HEAD_BYTES]:
        return False  # a text that begins with these letters
    container = head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
    return container or head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
