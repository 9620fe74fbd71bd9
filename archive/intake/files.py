"""Page intake: paths a person named -> the files of pages, and these opened."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from archive.intake.refusal import Reason, RefusedError

Found = tuple[Path, RefusedError | None]

# What is looked for in a folder; a file that is named is taken whatever its name ends in.
ENDINGS = (".txt", ".md", ".docx", ".pdf")
# Word keeps one beside each file that is open.
_LOCK_OF_WORD = "~$"
_HIDDEN = "."


def find_page_files(paths: Iterable[Path]) -> Iterator[Found]:
    """Return each named file, and for each named folder the pages in it and below, in order of name.

    What does not come in comes with the reason. Folders behind links are not entered.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk_folder(path)
        else:
            yield path, None


def _walk_folder(folder: Path) -> Iterator[Found]:
    """Return the files of a folder, those left out too, and the folders in it that cannot be read."""
    refused: list[Found] = []

    def refuse(error: OSError) -> None:
        refused.append((Path(error.filename), RefusedError(Reason.UNREADABLE, error.strerror or "")))

    files = sorted(
        Path(parent) / name
        for parent, _, names in os.walk(folder, onerror=refuse)
        for name in names
        if not name.startswith(_LOCK_OF_WORD) and (_is_page(name) or not name.startswith(_HIDDEN))
    )
    for path in files:
        yield path, None if _is_page(path.name) else RefusedError(Reason.OTHER_ENDING)
    yield from refused
    if not refused and not any(_is_page(path.name) for path in files):
        yield folder, RefusedError(Reason.NO_PAGES)


def _is_page(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


@contextmanager
def open_page_file(path: Path, most_bytes: int) -> Iterator[BinaryIO]:
    """Open a file to be read; raises RefusedError where there is no file, or one too large to hold pages."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(Reason.NOT_A_FILE)
        if status.st_size > most_bytes:
            raise RefusedError(Reason.FILE_TOO_LARGE, f"{most_bytes // (1024 * 1024)} MB")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise RefusedError(Reason.DANGLING if path.is_symlink() else Reason.MISSING) from None
    except OSError as error:
        raise RefusedError(_reason_of(error), error.strerror or "") from None


def _reason_of(error: OSError) -> Reason:
    """Return what the system's error means for a reader."""
    return Reason.LOOP if error.errno == errno.ELOOP else Reason.UNREADABLE
