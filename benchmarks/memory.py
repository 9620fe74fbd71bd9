"""A running process -> the most memory that it and all it started held at one moment.

The system's own record of a child's peak begins with the peak of the process that started it, so that it cannot
tell what a pool of workers took. Linux tells of each process while it runs; elsewhere there is no figure.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SECONDS_BETWEEN_LOOKS = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MB = 1_000_000


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that descend from it; one that has just ended is left out."""
    yield pid
    with suppress(OSError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in children.read_text().split():
                yield from _family(int(child))


def read_memory(pid: int) -> int:
    """Return the bytes that a process and its family hold; memory that two share counts twice."""
    pages = 0
    for each in _family(pid):
        with suppress(OSError):
            pages += int(Path(f"/proc/{each}/statm").read_text().split()[1])
    return pages * _PAGE


class MemoryWatch:
    """Looks at a process twenty times a second, from `with` to its end."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "MemoryWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_SECONDS_BETWEEN_LOOKS):
            self._peak = max(self._peak, read_memory(self._pid))

    @property
    def peak_megabytes(self) -> float | None:
        """The most that was seen; None where nothing could be."""
        return round(self._peak / _MB, 1) if self._peak else None
