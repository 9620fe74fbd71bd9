"""A filled data folder -> the site as `make run` serves it, and one reader's connection to it."""

import contextlib
import http.client
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scratch import run_child, run_manage
from config.address import Address
from config.management.commands.serve import web_server_command
from config.processes import SECONDS_BETWEEN_LOOKS, end_children, require_running, start_child

_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the status, and the seconds until its last byte."""

    status: int
    seconds: float


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def prepare_site() -> None:
    """Build what the site needs beside its articles: the index and the static files."""
    run_manage("collectstatic", "--noinput", "--verbosity", "0")
    run_child("index")


@contextmanager
def serve(data_dir: Path) -> Iterator[Address]:
    """Run the web server on a free port of this machine; it is ended with the block."""
    address = Address(_HOST, _find_free_port())
    temporary = data_dir / "tmp"
    temporary.mkdir(exist_ok=True)
    child = start_child("web server", web_server_command(address, str(temporary)), dict(os.environ))
    try:
        while not _listens(address):
            require_running([child])
            time.sleep(SECONDS_BETWEEN_LOOKS)
        yield address
    finally:
        end_children([child])


def _listens(address: Address) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((address.host, address.port)) == 0


class Reader:
    """One reader, who asks for page after page over a connection that stays open."""

    def __init__(self, address: Address) -> None:
        self._connection = http.client.HTTPConnection(address.host, address.port, timeout=60)

    def get(self, path: str) -> Response:
        """Ask for a page as a browser does; a connection that breaks counts as status 0."""
        start = time.perf_counter()
        status = 0
        try:
            self._connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            response = self._connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException):
            self._connection.close()
        return Response(status, time.perf_counter() - start)

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(OSError):
            self._connection.close()
