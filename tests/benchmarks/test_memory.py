import os
import subprocess
import sys

import pytest

from benchmarks.memory import MemoryWatch, read_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of running processes")

HOLD = "held = b'1' * 60_000_000; print('ready', flush=True); input()"
HOLD_IN_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}])"


@pytest.mark.parametrize("program", [HOLD, HOLD_IN_CHILD])
def test_the_memory_of_a_process_and_of_what_it_started_is_seen(program):
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        seen = read_memory(process.pid)
        process.communicate("\n")
    assert 60_000_000 < seen < 200_000_000


def test_a_process_that_has_ended_holds_nothing():
    process = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    assert read_memory(int(process.stdout)) == 0


def test_the_peak_is_the_most_that_was_seen():
    with MemoryWatch(os.getpid()) as watch:
        while watch.peak_megabytes is None:
            pass
    assert watch.peak_megabytes > 10
