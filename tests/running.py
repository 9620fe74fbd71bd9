"""The program as a person runs it: its commands as processes of their own, on data folders of their own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from config.address import Address
from config.environment import ROOT
from config.management.commands.serve import answers

SECONDS_TO_START = 60


def run_manage(data_dir: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of Django's commands on a data folder."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def manage(data_dir: Path, *command: str, **environment: str) -> str:
    """Run one of Django's commands, which must succeed; return what it printed."""
    result = run_manage(data_dir, *command, **environment)
    assert result.returncode == 0, f"manage.py {' '.join(command)}: {result.stdout}{result.stderr}"
    return result.stdout


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all processes of a test run share."""
    temporary = factory.getbasetemp()
    return temporary.parent if "PYTEST_XDIST_WORKER" in os.environ else temporary


def copy_prepared(common: Path, data_dir: Path) -> str:
    """Copy the archive that a first start gives into a data folder; return what the command prepare printed."""
    return _copy_made_by(common, data_dir, "prepare")


def copy_migrated(common: Path, data_dir: Path) -> None:
    """Copy an archive that holds nothing into a data folder."""
    _copy_made_by(common, data_dir, "migrate")


def _copy_made_by(common: Path, data_dir: Path, command: str) -> str:
    """Copy what a command makes of an empty data folder; the first process to come runs it."""
    made, printed = common / command, common / f"{command}.txt"
    with FileLock(common / f"{command}.lock"):
        if not printed.exists():
            shutil.rmtree(made, ignore_errors=True)
            output = manage(made, command)
            printed.write_text(output)
    shutil.copytree(made, data_dir)
    return printed.read_text()


def find_free_address() -> Address:
    """Return an address of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return Address("127.0.0.1", int(probe.getsockname()[1]))


@dataclass(frozen=True, slots=True)
class Served:
    """A running `manage.py serve`."""

    address: Address
    process: subprocess.Popen[str]
    log: Path

    def wait_for_answer(self) -> None:
        """Wait until the web server answers."""
        deadline = time.monotonic() + SECONDS_TO_START
        while not answers(self.address):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, f"no answer: {self.log.read_text()}"
            time.sleep(0.2)

    def wait_for_line(self, words: str) -> None:
        """Wait until a line with some words is printed."""
        deadline = time.monotonic() + SECONDS_TO_START
        while words not in self.log.read_text():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, f"no line “{words}”: {self.log.read_text()}"
            time.sleep(0.2)


@contextmanager
def serve(data_dir: Path, *options: str) -> Iterator[Served]:
    """Start `manage.py serve` on a data folder; end it at the end."""
    address = find_free_address()
    environment = {"DATA_DIR": str(data_dir), "HOST": address.host, "PORT": str(address.port)}
    log = data_dir / f"serve-{address.port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", *options],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        yield Served(address, process, log)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(SECONDS_TO_START)
