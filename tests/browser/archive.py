"""A whole archive for the browser: prepared and served by the same commands that a person runs."""

import os
import re
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

from filelock import FileLock

from config.address import Address
from config.environment import ROOT
from config.management.commands.serve import answers

SECONDS_TO_START = 60
LOGIN = re.compile(r"login: (?P<name>\S+) .*password: (?P<password>\S+)")


@dataclass(frozen=True, slots=True)
class Archive:
    """A served archive, and the login of its first editor."""

    url: str
    data_dir: Path
    editor: str
    password: str


def manage(data_dir: Path, *command: str) -> str:
    """Run one of Django's commands on a data folder; return what it printed."""
    result = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"manage.py {' '.join(command)}: {result.stdout}{result.stderr}"
    return result.stdout


def copy_prepared(common: Path, data_dir: Path) -> str:
    """Copy the prepared archive into a data folder; the first test process to come prepares it for all.

    Returns what the command prepare printed.
    """
    prepared, printed = common / "prepared", common / "prepared.txt"
    with FileLock(common / "prepared.lock"):
        if not printed.exists():
            shutil.rmtree(prepared, ignore_errors=True)
            output = manage(prepared, "prepare")
            printed.write_text(output)
    shutil.copytree(prepared, data_dir)
    return printed.read_text()


def find_free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(data_dir: Path) -> Iterator[str]:
    """Serve a prepared data folder; yield its address, without a slash at the end."""
    address = Address("127.0.0.1", find_free_port())
    environment = {**os.environ, "DATA_DIR": str(data_dir), "HOST": address.host, "PORT": str(address.port)}
    log = data_dir / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while not answers(address):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, f"no answer: {log.read_text()}"
                time.sleep(0.2)
            yield address.url.rstrip("/")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(SECONDS_TO_START)


@contextmanager
def serve_sample_archive(common: Path, data_dir: Path) -> Iterator[Archive]:
    """Serve a copy of the archive that a first `make run` gives."""
    login = LOGIN.search(copy_prepared(common, data_dir))
    assert login, "the command prepare printed no login"
    with serve(data_dir) as url:
        yield Archive(url, data_dir, login["name"], login["password"])
