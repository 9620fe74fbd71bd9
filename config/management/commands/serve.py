"""A prepared archive -> the web server and the worker, until the web server or the operator ends them."""

import contextlib
import http.client
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.address import Address, read_address, require_free
from config.environment import env
from config.processes import (
    SECONDS_BETWEEN_LOOKS,
    Child,
    ChildEndedError,
    end_children,
    ignore_signals,
    keep_running,
    raise_on_signals,
    require_running,
    start_child,
)
from config.temporary import keep_temporary_files_in

WEB_WORKERS = 2
THREADS_OF_A_WORKER = 4
# In bytes; a Chinese character of a query takes nine. A little less than gunicorn takes as the Referer that repeats it.
LONGEST_ADDRESS = 8000


def web_server_command(address: Address, temporary: str) -> list[str]:
    """Return the command of the web server; its workers share what was loaded before they were parted."""
    return [
        *("-m", "gunicorn", "config.wsgi", "--preload", "--bind", address.bind),
        *("--workers", str(WEB_WORKERS), "--threads", str(THREADS_OF_A_WORKER)),
        *("--limit-request-line", str(LONGEST_ADDRESS)),
        *("--worker-tmp-dir", temporary, "--no-control-socket"),
        *("--graceful-timeout", "8", "--log-level", "warning"),
    ]


def read_hosts_of_web_server(address: Address) -> dict[str, str]:
    """Let a server that listens at every address answer to every name, unless ALLOWED_HOSTS names some."""
    if address.is_every and not env.list("ALLOWED_HOSTS", []):
        return {"ALLOWED_HOSTS": "*"}
    return {}


def answers(address: Address) -> bool:
    """Return whether the web server answers a request."""
    connection = http.client.HTTPConnection(address.reachable_host, address.port, timeout=30)
    with contextlib.closing(connection):
        try:
            connection.request("GET", "/")
            connection.getresponse()
        except OSError:
            return False
    return True


class Command(BaseCommand):
    """Runs the web server and the worker."""

    help = "Serve the archive in DATA_DIR at HOST and PORT, with its worker, until Ctrl-C."
    requires_system_checks = []  # a port in use is told first, and at once

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add --prepare."""
        parser.add_argument("--prepare", action="store_true", help="run the command prepare first")

    def handle(self, *args: Any, prepare: bool, **options: Any) -> None:
        """Serve until a signal, until the web server ends, or until the worker cannot be kept running."""
        address = read_address()
        require_free(address)
        raise_on_signals()
        try:
            if prepare:
                call_command("prepare", stdout=self.stdout)
            connections.close_all()
            self.serve(address)
        except KeyboardInterrupt:
            with contextlib.suppress(OSError):  # the terminal may be closed
                self.stdout.write("已停止 Stopped.")

    def serve(self, address: Address) -> None:
        """Start both processes, tell the address as soon as it answers, and look after them; end both in every case."""
        temporary = keep_temporary_files_in(settings.DATA_DIR)
        children: list[Child] = []
        try:
            command = web_server_command(address, str(temporary))
            children.append(start_child("web server", command, read_hosts_of_web_server(address)))
            children.append(start_child("worker", ["manage.py", "qcluster"], {}))
            while not answers(address):
                self.look_after(*children)
            self.tell_address(address)
            while True:
                self.look_after(*children)
        except ChildEndedError as ended:
            raise CommandError(f"{ended}; everything was stopped") from None
        finally:
            ignore_signals()
            end_children(children)

    def look_after(self, web_server: Child, worker: Child) -> None:
        """See once that both run. Without the worker readers still read, and editors save."""
        require_running([web_server])
        keep_running(worker, self.stderr.write)
        time.sleep(SECONDS_BETWEEN_LOOKS)

    def tell_address(self, address: Address) -> None:
        """Print where the archive is."""
        self.stdout.write(f"工会报道档案 The archive: {address.url}")
        if address.is_every:
            self.stdout.write("本机的其他地址同样可用 It answers at every other address of this machine too.")
        self.stdout.write("按 Ctrl-C 停止 Ctrl-C stops it.")
        self.stdout.flush()
