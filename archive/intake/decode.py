"""Page intake: the bytes of a file -> the text of a page, unchanged but for the mark of its encoding."""

import codecs
import re
from contextlib import suppress

from archive.intake.refusal import Reason, RefusedError

MAX_BYTES = 2 * 1024 * 1024

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# They read nearly any bytes: what they give has to be ordinary Chinese.
_CHINESE = ("gb18030", "utf-16-le", "utf-16-be")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A few stray ones come out of reading machines; more, or a zero, and it is no text.
_CONTROL_SHARE = 0.05
_HAN = re.compile(r"[\u3400-\u9fff]")
_ORDINARY_SHARE = 0.7
_SAMPLE = 20_000


def decode_page(data: bytes, most_bytes: int = MAX_BYTES) -> str:
    """Return the text that the bytes hold, line ends as they are.

    UTF-8 and UTF-16, with or without a mark, and GB18030 are told apart by themselves.
    Raises RefusedError: empty, too large, binary, or in no encoding that gives Chinese.
    """
    if len(data) > most_bytes:
        raise RefusedError(Reason.TOO_LARGE, f"{most_bytes // (1024 * 1024)} MB")
    text = _decode(data)
    if "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise RefusedError(Reason.BINARY)
    if not text.strip():
        raise RefusedError(Reason.EMPTY)
    return text


def _decode(data: bytes) -> str:
    """Return the text by its mark, or by the first encoding that fits."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_strictly(data.removeprefix(mark), encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_as_chinese(data, error)


def _decode_strictly(data: bytes, encoding: str) -> str:
    """Return the text, or name the line of the first byte that does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise RefusedError(Reason.BAD_ENCODING, str(before.count("\n") + 1)) from None


def _decode_as_chinese(data: bytes, utf8_error: UnicodeDecodeError) -> str:
    """Return the text in the first encoding that gives ordinary Chinese; else name the line where UTF-8 failed."""
    for encoding in _CHINESE:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if is_ordinary_chinese(text):
                return text
    line = str(data.count(b"\n", 0, utf8_error.start) + 1)
    raise RefusedError(_binary_or(data, Reason.BAD_ENCODING), line) from None


def _binary_or(data: bytes, reason: Reason) -> Reason:
    """Return `BINARY` where control bytes show that the file is no text at all."""
    return Reason.BINARY if _CONTROL.search(data.decode("latin-1")) else reason


def is_ordinary_chinese(text: str) -> bool:
    """Whether most characters are among the 3,755 common ones.

    In a wrong encoding most characters are rare ones; a print is made of common ones (GB 2312, level 1).
    """
    characters = _HAN.findall(text[:_SAMPLE])
    common = sum(_is_common(character) for character in characters)
    return bool(characters) and common >= _ORDINARY_SHARE * len(characters)


def _is_common(character: str) -> bool:
    """Whether GB 2312 lists the character in its first level, rows 16 to 55."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7
