"""Killed with -9 in the middle of a job, the worker alone or with all around it: the job goes on, nothing is twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from config.environment import ROOT
from tests.archive.desk.jobs.slow_work import ITEMS
from tests.running import common_folder, copy_prepared, manage

SECONDS = 40
WORK = "from tests.archive.desk.jobs import slow_work; slow_work.{}()"


def start_worker(folder: Path) -> subprocess.Popen[bytes]:
    """Start the worker in a process group of its own."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", WORK.format("work")]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATA_DIR": str(folder)}, start_new_session=True)


def query(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "archive.sqlite3", timeout=30)) as connection:
        return connection.execute(sql).fetchall()


def wait_for_items(folder: Path, count: int) -> None:
    """Wait until so many items are done."""
    deadline = time.monotonic() + SECONDS
    while query(folder, "SELECT count(*) FROM archive_jobitem WHERE state = 'done'")[0][0] < count:
        assert time.monotonic() < deadline, query(folder, "SELECT state, heard FROM archive_job")
        time.sleep(0.02)


def test_a_killed_worker_goes_on_and_nothing_is_lost_or_done_twice(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed") / "data"
    copy_prepared(common_folder(tmp_path_factory), folder)
    manage(folder, "shell", "-v0", "-c", WORK.format("begin"))
    worker = start_worker(folder)
    try:
        wait_for_items(folder, 3)
        first = int((folder / "at-work").read_text())
        os.kill(first, signal.SIGKILL)
        wait_for_items(folder, 10)
        assert int((folder / "at-work").read_text()) != first
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(SECONDS)
        worker = start_worker(folder)
        wait_for_items(folder, ITEMS)
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(SECONDS)
    assert query(folder, "SELECT count(*), count(DISTINCT text) FROM archive_page WHERE text LIKE '第%项'") == [
        (ITEMS, ITEMS)
    ]
    assert query(folder, "SELECT count(*) FROM archive_jobitem_pages") == [(ITEMS,)]
    assert query(folder, "SELECT DISTINCT state FROM archive_jobitem") == [("done",)]
