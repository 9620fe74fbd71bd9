"""The command serve: both processes run, and none is left, however it ends."""

import os
import re
import signal
import socket
import subprocess
import time
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.running import SECONDS_TO_START, common_folder, copy_prepared, run_manage, serve


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "data"
    copy_prepared(common_folder(tmp_path_factory), folder)
    return folder


@pytest.fixture(scope="module")
def running(data_dir):
    """One that runs on through the tests that only ask, until Ctrl-C."""
    with serve(data_dir) as running:
        running.wait_for_line("Ctrl-C")
        yield running
        end_by_signal(running, signal.SIGINT)


@pytest.fixture
def served(data_dir):
    """One that a test may end."""
    # What is started under nohup goes on when its terminal closes, and the tests themselves may be: not so this one.
    ours = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    with serve(data_dir) as running:
        signal.signal(signal.SIGHUP, ours)
        running.wait_for_line("Ctrl-C")
        yield running


def processes():
    """Return parent and command of every living process by its number."""
    command = ["ps", "-A", "-o", "pid=,ppid=,stat=,args="]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = (line.split(None, 3) for line in listing.splitlines())
    return {int(pid): (int(parent), " ".join(args)) for pid, parent, stat, *args in rows if stat[0] != "Z"}


def descendants(pid):
    """Return the commands of all processes that a process started, by number."""
    table, found = processes(), {}
    level = {pid}
    while level:
        level = {child for child, (parent, _) in table.items() if parent in level}
        found |= {child: table[child][1] for child in level}
    return found


def wait_for_descendants(pid, number):
    """Wait until a process has started so many; return them as they are then."""
    deadline = time.monotonic() + SECONDS_TO_START
    while len(found := descendants(pid)) < number:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return found


def child_of(served, words):
    """Return the number of the process that serve itself started, by words of its command."""
    table = processes()
    return next(pid for pid, (parent, command) in table.items() if parent == served.process.pid and words in command)


def end_by_signal(served, number):
    """Send a signal; assert that all ends well, and nothing is left."""
    started = descendants(served.process.pid)
    served.process.send_signal(number)
    assert served.process.wait(SECONDS_TO_START) == 0
    assert started.keys() & processes().keys() == set()


def test_the_address_is_printed_when_the_site_answers_and_both_processes_run(running):
    commands = " ".join(descendants(running.process.pid).values())
    assert running.address.url in running.log.read_text()
    assert "gunicorn" in commands
    assert "qcluster" in commands


def test_a_query_as_long_as_the_search_box_takes_is_answered_with_many_choices(running, client, db):
    [longest] = re.findall(r'name="q"[^>]* maxlength="(\d+)"', client.get("/help/").content.decode())
    choices = [("region", "510000"), ("year", "2008..2013"), ("byline", "王" * 50)]
    asked = urlencode([("q", "工" * int(longest)), *choices])
    with urlopen(f"{running.address.url}search/?{asked}", timeout=60) as response:
        assert response.status == 200


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_everything_as_ctrl_c_does(served, name):
    end_by_signal(served, signal.Signals[name])


def test_when_the_guard_of_the_worker_dies_the_worker_is_started_again_and_the_site_answers(running):
    worker = child_of(running, "qcluster")
    before = wait_for_descendants(worker, 4)  # the guard, and what it guards
    [guard] = (pid for pid, (parent, _) in processes().items() if parent == worker)
    os.kill(guard, signal.SIGKILL)
    running.wait_for_line("it was started again")
    assert before.keys() & processes().keys() == set()
    assert child_of(running, "qcluster") != worker
    running.wait_for_answer()


def test_when_the_web_server_dies_the_worker_is_ended_and_it_is_said(served):
    started = descendants(served.process.pid)
    os.kill(child_of(served, "gunicorn"), signal.SIGKILL)
    assert served.process.wait(SECONDS_TO_START) == 1
    assert started.keys() & processes().keys() == set()
    assert "the web server ended by itself (status -9); everything was stopped" in served.log.read_text()


def test_a_port_in_use_is_told_before_anything_is_prepared(tmp_path):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = str(listening.getsockname()[1])
        result = run_manage(tmp_path, "serve", "--prepare", PORT=port)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [f"PORT={port}: in use by another program; stop it or choose another port"]
    assert not (tmp_path / "archive.sqlite3").exists()
