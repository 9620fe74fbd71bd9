"""The two processes of a running archive: started together, ended together, and the one that may be started again."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from config.environment import ROOT

SECONDS_TO_END = 12
SECONDS_BETWEEN_LOOKS = 0.2
# A process that ends sooner has ended at once; so many times in a row, another start would not help.
SECONDS_TO_LAST = 30
MOST_SHORT_RUNS = 3

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(slots=True)
class Child:
    """A Python command that runs in a process group of its own, by the name that a person knows it by."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] = field(init=False)
    started: float = field(init=False)
    short_runs: int = 0

    def start(self) -> None:
        """Start the process. All that it starts can be ended with its group."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, *self.command],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )

    def kill_what_is_left(self) -> None:
        """Kill the process and what it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

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
    """Start a Python command."""
    child = Child(name, command, environment)
    child.start()
    return child


def require_running(children: Sequence[Child]) -> None:
    """Raise ChildEndedError where one of the processes is gone."""
    for child in children:
        if child.has_ended:
            raise ChildEndedError(child)


def keep_running(child: Child, tell: Callable[[str], object]) -> None:
    """Start a process that is gone again, and tell it; raise ChildEndedError where it ended at once several times."""
    if not child.has_ended:
        return
    ended = ChildEndedError(child)
    lasted = time.monotonic() - child.started >= SECONDS_TO_LAST
    child.short_runs = 0 if lasted else child.short_runs + 1
    if child.short_runs == MOST_SHORT_RUNS:
        raise ended
    child.kill_what_is_left()
    child.start()
    tell(f"{ended}; it was started again")


def end_children(children: Sequence[Child]) -> None:
    """Ask the processes to end, wait, then kill what is left of them and of what they started."""
    for child in children:
        child.process.terminate()
    deadline = time.monotonic() + SECONDS_TO_END
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0, deadline - time.monotonic()))
        child.kill_what_is_left()


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
