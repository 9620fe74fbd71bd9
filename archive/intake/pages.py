"""Page intake, the whole stage: a file of any form -> the texts of the pages that it holds."""

from dataclasses import dataclass
from pathlib import Path

from archive.intake.decode import MAX_BYTES, decode_page
from archive.intake.files import open_page_file
from archive.intake.forms import HEAD_BYTES, Form, recognise_form
from archive.intake.refusal import Reason, RefusedError
from archive.intake.separately import read_separately

MOST_FILE_BYTES = 50 * 1024 * 1024
LEAST_CHARACTERS = 10

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class IntakePage:
    """The text of a page; `number` counts the pages of a file that holds several, 0 where it is the only one."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file held: its pages, and the numbers of those without text."""

    pages: tuple[IntakePage, ...]
    without_text: tuple[int, ...] = ()


def read_pages(path: Path) -> Intake:
    """Return the pages of a file. Its form is told by its content, not by its name.

    PDF and DOCX are read in a process of its own with little memory and time. Raises RefusedError.
    """
    with open_page_file(path, MOST_FILE_BYTES) as file:
        head = file.read(HEAD_BYTES)
        form = recognise_form(head)
        if form is Form.TEXT:
            return Intake((IntakePage(check_text(decode_page(head + file.read(MAX_BYTES)))),))
    texts = read_separately(form, path)
    if form is Form.DOCX:
        return Intake((IntakePage(check_text(texts[0])),))
    return _take_printed(texts)


def check_text(text: str) -> str:
    """Return a page's text unchanged; refuse one too long or too short to be a page."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise RefusedError(Reason.TOO_LARGE, f"{MAX_BYTES // _MEGABYTE} MB")
    count = len("".join(text.split()))
    if not count:
        raise RefusedError(Reason.EMPTY)
    if count < LEAST_CHARACTERS:
        raise RefusedError(Reason.TOO_SHORT, str(count))
    return text


def _take_printed(texts: list[str]) -> Intake:
    """Return the pages of a PDF that have text."""
    pages: list[IntakePage] = []
    without_text: list[int] = []
    for number, text in enumerate(texts, start=1):
        if len("".join(text.split())) < LEAST_CHARACTERS:
            without_text.append(number)
        else:
            pages.append(IntakePage(check_text(text), number if len(texts) > 1 else 0))
    if not pages:
        raise RefusedError(Reason.NO_TEXT_LAYER)
    return Intake(tuple(pages), tuple(without_text))
