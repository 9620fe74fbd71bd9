"""Killed with -9 while indexing: nothing is lost and nothing is found twice."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings

from config.environment import ROOT
from tests.running import common_folder, copy_migrated, manage

ADD = """
from django.core.management import call_command
from archive.models import Article
call_command("ensure_index", verbosity=0)
for n in range(400):
    Article.objects.create(headline=f"报道{n}", body=f"工会第{n}号" + "文字内容" * 50, status="published")
    print(n, flush=True)
"""
COUNT = """
import json
from django.core.management import call_command
from archive.models import Article
from search.find import find
from search.request import SearchRequest
call_command("ensure_index", verbosity=0)
call_command("check_index")
found = find(SearchRequest("工会"), page_size=1000)
print(json.dumps([Article.objects.count(), found.total, len({a.pk for a, _ in found.hits}), len(found.hits)]))
"""


def start(folder: Path, engine: str) -> subprocess.Popen[str]:
    """Start adding articles in a process of its own."""
    environment = os.environ | {"DATA_DIR": str(folder), "SEARCH_ENGINE": engine}
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", ADD]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("engine", settings.SEARCH_ENGINES)
def test_killed_while_indexing_nothing_is_lost_or_found_twice(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, engine: str
) -> None:
    data_dir = tmp_path / "data"
    copy_migrated(common_folder(tmp_path_factory), data_dir)
    run = partial(manage, data_dir, SEARCH_ENGINE=engine)
    added = 0
    for kill_after in (3, 8):
        process = start(data_dir, engine)
        assert process.stdout is not None
        for _ in range(kill_after):
            process.stdout.readline()
        time.sleep(0.03 * kill_after)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=30)
        added += kill_after
    checked, counted = run("shell", "-v0", "-c", COUNT).splitlines()
    in_database, total, different, listed = json.loads(counted)
    assert in_database >= added
    assert total == different == listed == in_database
    assert "consistent" in checked
