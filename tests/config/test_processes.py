"""A process that is kept running: started again when it ends, unless it ends at once time after time."""

import signal
import subprocess
import time

import pytest

from config import processes
from config.processes import ChildEndedError, end_children, keep_running, start_child

WAITS = "import time; time.sleep(60)"
LEAVES_ANOTHER = f"""
import subprocess, sys
left = subprocess.Popen([sys.executable, "-c", {WAITS!r}], stdout=subprocess.DEVNULL)
open(sys.argv[1], "w").write(str(left.pid))
"""


@pytest.fixture
def start():
    """Return a function that starts a process of some Python words."""
    children = []

    def start_python(words, *arguments):
        children.append(start_child("worker", ["-c", words, *arguments], {}))
        return children[-1]

    yield start_python
    end_children(children)


def wait_until(is_so):
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(pid):
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return state != "" and state[0] != "Z"


def test_one_that_runs_is_left_alone(start):
    child, said = start(WAITS), []
    first = child.process
    keep_running(child, said.append)
    assert (child.process, said) == (first, [])


def test_one_that_was_killed_is_started_again_and_it_is_said(start):
    child, said = start(WAITS), []
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    keep_running(child, said.append)
    assert not child.has_ended
    assert said == ["the worker ended by itself (status -9); it was started again"]


def test_what_one_left_behind_is_ended_before_the_next_start(start, tmp_path):
    noted = tmp_path / "left"
    child = start(LEAVES_ANOTHER, str(noted))
    child.process.wait()
    left = int(noted.read_text())
    assert is_alive(left)
    child.command = ["-c", WAITS]
    keep_running(child, lambda _: None)
    wait_until(lambda: not is_alive(left))


def test_one_that_ends_at_once_several_times_in_a_row_is_given_up(start):
    child, said = start("raise SystemExit(3)"), []
    for _ in range(processes.MOST_SHORT_RUNS - 1):
        child.process.wait()
        keep_running(child, said.append)
    child.process.wait()
    with pytest.raises(ChildEndedError, match=r"^the worker ended by itself \(status 3\)$"):
        keep_running(child, said.append)
    assert len(said) == processes.MOST_SHORT_RUNS - 1


def test_ends_after_a_long_run_are_not_counted(start, monkeypatch):
    child, said = start("pass"), []
    monkeypatch.setattr(processes, "SECONDS_TO_LAST", 0)
    for _ in range(processes.MOST_SHORT_RUNS + 1):
        child.process.wait()
        keep_running(child, said.append)
    assert len(said) == processes.MOST_SHORT_RUNS + 1
