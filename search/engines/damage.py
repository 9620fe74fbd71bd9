"""What goes wrong in an engine while it reads or writes -> IndexDamagedError, if the index is at fault."""

import mmap
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from search.engines.contract import IndexDamagedError

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
    """Return the CRC-32 of a file that is not empty, all but so many bytes at its end."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
        memoryview(mapped) as whole,
        whole[: len(whole) - without] as body,
    ):
        return zlib.crc32(body)
