"""The two processes of a running archive: started together, ended together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.environment import ROOT

SECONDS_TO_END = 12
SECONDS_BETWEEN_LOOKS = 0.2

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Child:
    """A process that was started, by the name that a person knows it by."""

    name: str
    process: subprocess.Popen[bytes]

    @property
    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self.process.poll() is not None


class ChildEndedError(Exception):
    """A process ended that should have gone on."""

    def __init__(self, child: Child) -> None:
        super().__init__(f"the {child.name} ended by itself (status {child.process.returncode})")


def _end_with_parent() -> None:
    """On Linux, let the kernel end this process with its parent, even with one killed outright."""
    if _LIBC:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def start_child(name: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Start a Python command in a process group of its own, so that all it starts can be ended with it."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_end_with_parent,
    )
    return Child(name, process)


def require_running(children: Sequence[Child]) -> None:
    """Raise ChildEndedError where one of the processes is gone."""
    for child in children:
        if child.has_ended:
            raise ChildEndedError(child)


def watch(children: Sequence[Child]) -> None:
    """Wait until one of the processes ends, and raise ChildEndedError."""
    while True:
        require_running(children)
        time.sleep(SECONDS_BETWEEN_LOOKS)


def end_children(children: Sequence[Child]) -> None:
    """Ask the processes to end, wait, then kill what is left of them and of what they started."""
    for child in children:
        child.process.terminate()
    deadline = time.monotonic() + SECONDS_TO_END
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()


def raise_on_signals() -> None:
    """Let Ctrl-C, a request to end and a closed terminal all raise KeyboardInterrupt."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # started under nohup
        signal.signal(signal.SIGHUP, signal.default_int_handler)


def ignore_signals() -> None:
    """Let nothing interrupt the end."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
