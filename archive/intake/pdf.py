"""Page intake: a PDF file with a text layer -> the text of each of its pages."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from archive.intake.pdf_lines import Glyph, set_lines
from archive.intake.refusal import Reason, RefusedError

MOST_PAGES = 300


def read_pdf(path: Path) -> Iterator[str]:
    """Yield the text of each page, empty where a page has none. Raises RefusedError where the file cannot be read."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise RefusedError(Reason.PASSWORD if locked else Reason.DAMAGED) from None
    if not len(document):
        raise RefusedError(Reason.DAMAGED)
    if len(document) > MOST_PAGES:
        raise RefusedError(Reason.TOO_MANY_PAGES, str(MOST_PAGES))
    for number in range(len(document)):
        yield _read_page(document, number)


def _read_page(document: pypdfium2.PdfDocument, number: int) -> str:
    """Return the text of a page; of a damaged one, none."""
    try:
        page = document[number]
        text = page.get_textpage()
        glyphs = list(_read_glyphs(text))
        text.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    return _join_halves(set_lines(glyphs))


def _join_halves(text: str) -> str:
    """Return a text with rare characters, which come as two halves, in one; U+FFFD for a half that is alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """Yield the characters of a page in the order of the file, with their places."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            yield Glyph(chr(code), left.value, right.value, bottom.value, top.value)
        else:
            yield Glyph(chr(code), 0, 0, 0, 0)
