"""What goes wrong in an engine while it reads or writes -> IndexDamagedError, if the index is at fault."""

import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from search.engines.contract import IndexDamagedError

_PIECE = 1 << 20
_PANIC = "PanicException"  # what Rust raises where it gives up: no Exception, and of a module that cannot be imported


class DamageWatch:
    """While it is on, a panic is IndexDamagedError, and so is an error if `verify` finds damage; other errors pass.

    Damaged bytes end in errors of every kind, and so do mistakes in a program: the checksums tell which it was.
    """

    def __init__(self, verify: Callable[[], None]) -> None:
        self._verify = verify

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or kind is IndexDamagedError:
            return
        if kind.__name__ == _PANIC:
            raise IndexDamagedError(f"the engine gave up: {error}") from error
        if isinstance(error, Exception):
            self._verify()


def checksum(path: Path, without: int = 0) -> int:
    """Return the CRC-32 of a file, all but so many bytes at its end.

    It is read and not mapped: one that is cut off meanwhile would end the process.
    """
    left, crc = path.stat().st_size - without, 0
    with path.open("rb") as file:
        while left > 0 and (piece := file.read(min(left, _PIECE))):
            crc = zlib.crc32(piece, crc)
            left -= len(piece)
    return crc
